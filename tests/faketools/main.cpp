// SPDX-License-Identifier: Apache-2.0
// Plays docker, kind, helm or kubectl (by the name it is called with) from a scenario file, for tests of real children.
// Plain C++ without Qt, so that it starts in a moment. WINDSOCK_SCENARIO names the file, WINDSOCK_RECORD a file that gets one
// JSON line per call: tool, argv, cwd, pid, pgid, env.
//
//   # comment
//   on kind create cluster     the calls that the lines below are for: tool ("*": any), then how argv begins
//   split 3                    write in pieces of 3 bytes from here on
//   out Creating cluster       a line to stdout; \r \n \t \\ \xHH are understood. err: to stderr. outn, errn: without line end
//   big 100                    100 MiB of numbered lines to stdout
//   sleep 200                  milliseconds
//   ignore                     TERM and INT from here on
//   onterm 3                   exit with 3 when TERM or INT comes
//   grandchild 30              leave a child behind that keeps stdout and stderr open for 30 s; "grandchild 30 ignore": TERM too;
//                              "grandchild 30 session": in a session of its own
//   relay 50                   leave one behind that ignores TERM, has a session of its own and hands on to a new one every 50 ms, for 30 s
//   title                      write over its environment, as programs do that set their title
//   stdin                      read all of stdin, then print "stdin N bytes"
//   cat                        copy stdin to stdout
//   env NAME                   print NAME=value, or "NAME is not set"
//   hang                       wait to be killed
//   signal 9                   die by a signal
//   exit 3                     (0 at the end of a block)
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

extern char **environ;

namespace {
size_t pieceSize = 0;
volatile sig_atomic_t exitOnTerm = 0;

bool writeAll(int file, const char *bytes, size_t count)
{
    while (count > 0) {
        const size_t piece = pieceSize > 0 && pieceSize < count ? pieceSize : count;
        const ssize_t written = write(file, bytes, piece);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        count -= size_t(written);
        if (pieceSize > 0)
            usleep(200); // so that the pieces arrive as such
    }
    return true;
}

void say(int file, const std::string &text)
{
    if (!writeAll(file, text.data(), text.size()))
        exit(141);
}

std::string unescaped(const std::string &text)
{
    std::string plain;
    for (size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            plain += text[at];
            continue;
        }
        const char kind = text[++at];
        if (kind == 'x' && at + 2 < text.size() && isxdigit(static_cast<unsigned char>(text[at + 1]))) {
            plain += char(std::stoi(text.substr(at + 1, 2), nullptr, 16));
            at += 2;
            continue;
        }
        plain += kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : kind;
    }
    return plain;
}

std::string quoted(const std::string &text)
{
    std::string json = "\"";
    char code[8];
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20) {
            snprintf(code, sizeof code, "\\u%04x", unsigned(c));
            json += code;
            continue;
        }
        if (c == '"' || c == '\\')
            json += '\\';
        json += c;
    }
    return json + '"';
}

std::string list(char **words)
{
    std::string json;
    for (; *words; ++words)
        json += (json.empty() ? "" : ",") + quoted(*words);
    return '[' + json + ']';
}

void record(const std::string &tool, char **args)
{
    const char *path = getenv("WINDSOCK_RECORD");
    const int file = path ? open(path, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
    if (file < 0)
        return;
    char cwd[4096] = "";
    if (!getcwd(cwd, sizeof cwd))
        cwd[0] = '\0';
    const std::string line = "{\"tool\":" + quoted(tool) + ",\"argv\":" + list(args) + ",\"cwd\":" + quoted(cwd) + ",\"pid\":"
                             + std::to_string(getpid()) + ",\"pgid\":" + std::to_string(getpgrp()) + ",\"env\":" + list(environ) + "}\n";
    writeAll(file, line.data(), line.size()); // one write: calls may run side by side
    close(file);
}

void onTerm(int)
{
    _exit(exitOnTerm);
}

void leaveGrandchild(const std::string &rest)
{
    std::istringstream words(rest);
    unsigned seconds = 0;
    words >> seconds;
    const pid_t child = fork();
    if (child != 0)
        return;
    for (std::string word; words >> word;) {
        if (word == "ignore")
            signal(SIGTERM, SIG_IGN);
        else if (word == "session")
            setsid();
    }
    const auto self = "grandchild " + std::to_string(getpid()) + "\n";
    say(STDOUT_FILENO, self);
    sleep(seconds);
    _exit(0);
}

void leaveRelay(long milliseconds)
{
    if (fork() != 0)
        return;
    signal(SIGTERM, SIG_IGN);
    setsid();
    say(STDOUT_FILENO, "relay " + std::to_string(getpid()) + "\n");
    for (long left = 30 * 1000; left > 0; left -= milliseconds) {
        usleep(useconds_t(milliseconds) * 1000);
        if (fork() != 0)
            _exit(0);
    }
    _exit(0);
}

// The kernel shows what stands where the environment stood at the start (proc(5), environ).
void overwriteEnvironment()
{
    for (char **entry = environ; *entry; ++entry)
        memset(*entry, 0, strlen(*entry));
    static char *none[] = {nullptr};
    environ = none;
}

void big(long mebibytes)
{
    std::string block;
    long number = 0;
    for (long long left = mebibytes * 1024LL * 1024; left > 0; left -= (long long)block.size()) {
        block.clear();
        while (block.size() < 64 * 1024)
            block += "line " + std::to_string(number++) + " of a child that has a lot to say about what it does\n";
        say(STDOUT_FILENO, block);
    }
}

long long readInput(bool copy)
{
    std::vector<char> bytes(64 * 1024);
    long long total = 0;
    for (ssize_t count; (count = read(STDIN_FILENO, bytes.data(), bytes.size())) > 0; total += count) {
        if (copy)
            say(STDOUT_FILENO, std::string(bytes.data(), size_t(count)));
    }
    return total;
}

void die(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

void perform(const std::string &verb, const std::string &rest)
{
    const long number = std::atol(rest.c_str());
    if (verb == "out" || verb == "outn")
        say(STDOUT_FILENO, unescaped(rest) + (verb == "out" ? "\n" : ""));
    else if (verb == "err" || verb == "errn")
        say(STDERR_FILENO, unescaped(rest) + (verb == "err" ? "\n" : ""));
    else if (verb == "split")
        pieceSize = size_t(number);
    else if (verb == "big")
        big(number);
    else if (verb == "sleep")
        usleep(useconds_t(number) * 1000);
    else if (verb == "grandchild")
        leaveGrandchild(rest);
    else if (verb == "relay")
        leaveRelay(number);
    else if (verb == "title")
        overwriteEnvironment();
    else if (verb == "stdin")
        say(STDOUT_FILENO, "stdin " + std::to_string(readInput(false)) + " bytes\n");
    else if (verb == "cat")
        readInput(true);
    else if (verb == "env")
        say(STDOUT_FILENO, getenv(rest.c_str()) ? rest + '=' + getenv(rest.c_str()) + '\n' : rest + " is not set\n");
    else if (verb == "ignore")
        signal(SIGTERM, SIG_IGN), signal(SIGINT, SIG_IGN);
    else if (verb == "onterm")
        exitOnTerm = int(number), signal(SIGTERM, onTerm), signal(SIGINT, onTerm);
    else if (verb == "signal")
        die(int(number));
    else if (verb == "exit")
        exit(int(number));
    while (verb == "hang")
        pause();
}

bool fits(const std::string &rule, const std::string &tool, char **args)
{
    std::istringstream words(rule);
    std::string word;
    words >> word;
    if (word != "*" && word != tool)
        return false;
    while (words >> word) {
        if (!*args || word != *args++)
            return false;
    }
    return true;
}
} // namespace

int main(int, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    const std::string tool = slash ? slash + 1 : argv[0];
    record(tool, argv + 1);
    const char *path = getenv("WINDSOCK_SCENARIO");
    std::ifstream scenario(path ? path : "");
    bool playing = false;
    for (std::string line; std::getline(scenario, line);) {
        const size_t space = line.find(' ');
        const std::string verb = line.substr(0, space), rest = space == std::string::npos ? "" : line.substr(space + 1);
        if (verb == "on" && playing)
            return 0;
        if (verb == "on")
            playing = fits(rest, tool, argv + 1);
        else if (playing && verb[0] != '#')
            perform(verb, rest);
    }
    if (!playing)
        std::cerr << tool << ": the scenario has no block for this call\n";
    return playing ? 0 : 64;
}
