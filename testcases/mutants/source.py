"""C and C++ as far as seeding defects needs it: tokens with their places, and the statements of a function body.

Invariant: a statement's range is that of its tokens, so that replacing it leaves the text around it alone. A body that
is not understood (braces that a preprocessor condition splits, for example) raises Unreadable; its function is left out.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import bisect
import re

TOKEN = re.compile(
    r"(?P<blank>\s+|//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:[^\n\\]|\\.)*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<literal>(?:L|u8?|U)?\"(?:[^\"\\\n]|\\.)*\"|L?'(?:[^'\\\n]|\\.)*'|\.?\d(?:[\w.]|[eEpP][+-])*)"
    r"|(?P<sign>::|->|<<=|>>=|\+\+|--|&&|\|\||[-+*/%&|^<>=!]=|<<|>>|\.\.\.|.)", re.S | re.M)
OPEN, CLOSE = "([{", ")]}"
PAIRS = dict(zip(OPEN, CLOSE))


class Unreadable(Exception):
    """The text is not what the parser expects."""


class Token:
    __slots__ = ("kind", "text", "start", "end")

    def __init__(self, kind, text, start, end):
        self.kind, self.text, self.start, self.end = kind, text, start, end


class Statement:
    """kind: block, if, while, do, for, switch, try, return, goto, break, continue, label, simple; parts are statements
    below it, in order; head is the token range inside the parentheses behind the keyword."""

    def __init__(self, kind, source, first):
        self.kind, self.source, self.first, self.last = kind, source, first, first
        self.head, self.parts, self.parent, self.has_else = None, [], None, False

    def close(self, last):
        self.last = last
        for part in self.parts:
            part.parent = self
        return self

    @property
    def start(self):
        return self.source.tokens[self.first].start

    @property
    def end(self):
        return self.source.tokens[self.last].end

    @property
    def text(self):
        return self.source.text[self.start:self.end]

    def head_text(self):
        return self.source.between(*self.head) if self.head else ""

    def walk(self):
        yield self
        for part in self.parts:
            yield from part.walk()

    def following(self):
        """The statements behind this one in its block."""
        if not self.parent or self.parent.kind != "block":
            return []
        return self.parent.parts[self.parent.parts.index(self) + 1:]

    def above(self):
        statement = self.parent
        while statement:
            yield statement
            statement = statement.parent

    def leaves(self):
        """Whether its end is never reached, as far as the last statement tells."""
        if self.kind in ("return", "goto", "break", "continue"):
            return True
        return self.kind == "block" and bool(self.parts) and self.parts[-1].leaves()


class Source:
    def __init__(self, text):
        self.text, self.tokens = text, []
        self.line_starts = [0] + [m.end() for m in re.finditer("\n", text)]
        for match in TOKEN.finditer(text):
            if match.lastgroup != "blank":
                self.tokens.append(Token(match.lastgroup, match.group(), match.start(), match.end()))
        self.starts = [token.start for token in self.tokens]

    def offset(self, line, column):
        """Columns count bytes."""
        if not 0 < line <= len(self.line_starts):
            raise Unreadable(f"line {line}")
        start = self.line_starts[line - 1]
        row = self.text[start:start + column].encode()[:column - 1]
        return start + len(row.decode("utf-8", "ignore"))

    def line_of(self, offset):
        return bisect.bisect_right(self.line_starts, offset)

    def token_at(self, offset):
        index = bisect.bisect_right(self.starts, offset) - 1
        if index < 0:
            raise Unreadable("no token")
        return index

    def between(self, first, last):
        return self.text[self.tokens[first].start:self.tokens[last].end] if last >= first else ""

    def match(self, index):
        """The bracket that closes the one at index."""
        stack = []
        for i in range(index, len(self.tokens)):
            text = self.tokens[i].text
            if text in OPEN:
                stack.append(PAIRS[text])
            elif text in CLOSE:
                if not stack or stack.pop() != text:
                    raise Unreadable("brackets do not fit")
                if not stack:
                    return i
        raise Unreadable("a bracket is not closed")

    def split(self, opening):
        """Token ranges of what stands between the bracket at opening and its end, separated by commas."""
        end, parts, first, i = self.match(opening), [], opening + 1, opening + 1
        while i < end:
            if self.tokens[i].text in OPEN:
                i = self.match(i)
            elif self.tokens[i].text == ",":
                parts.append((first, i - 1))
                first = i + 1
            i += 1
        if first < end:
            parts.append((first, end - 1))
        return parts

    # ---- Statements ----------------------------------------------------------------------------------------------------

    def body(self, line, column, last_line):
        """The block of the function whose name stands at that place and whose body ends in last_line."""
        i = self.token_at(self.offset(line, column))
        while i < len(self.tokens):
            if self.tokens[i].text == "{":
                end = self.match(i)
                if self.line_of(self.tokens[end].start) == last_line:
                    return self.block(i)
                i = end
            elif self.tokens[i].text in "([":
                i = self.match(i)
            elif self.tokens[i].text == ";":
                break
            i += 1
        raise Unreadable("no body")

    def expect(self, index, text):
        if self.tokens[index].text != text:
            raise Unreadable(f"'{text}' expected")
        return index

    def block(self, index):
        result = Statement("block", self, self.expect(index, "{"))
        index += 1
        while self.tokens[index].text != "}":
            result.parts.append(self.statement(index))
            index = result.parts[-1].last + 1
        return result.close(index)

    def headed(self, result, index):
        self.expect(index, "(")
        end = self.match(index)
        result.head = (index + 1, end - 1)
        return end + 1

    def statement(self, index):
        try:
            return self.read_statement(index)
        except IndexError:
            raise Unreadable("the file ends") from None

    def read_statement(self, index):
        token, tokens = self.tokens[index], self.tokens
        word = token.text
        if word == "{":
            return self.block(index)
        if word in ("if", "while", "for", "switch"):
            result = Statement(word, self, index)
            at = index + 1
            if word == "if" and tokens[at].text == "constexpr":
                at += 1
            at = self.headed(result, at)
            result.parts.append(self.statement(at))
            at = result.parts[-1].last
            if word == "if" and tokens[at + 1].text == "else":
                result.has_else = True
                result.parts.append(self.statement(at + 2))
                at = result.parts[-1].last
            return result.close(at)
        if word == "do":
            result = Statement(word, self, index)
            result.parts.append(self.statement(index + 1))
            at = self.expect(result.parts[-1].last + 1, "while")
            return result.close(self.expect(self.headed(result, at + 1), ";"))
        if word in ("__try", "_try", "try"):
            result = Statement("try", self, index)
            result.parts.append(self.block(index + 1))
            at = result.parts[-1].last
            while tokens[at + 1].text in ("__except", "_except", "__finally", "_finally", "catch"):
                at += 2
                if tokens[at].text == "(":
                    at = self.match(at) + 1
                result.parts.append(self.block(at))
                at = result.parts[-1].last
            return result.close(at)
        if word in ("case", "default"):
            result = Statement("label", self, index)
            depth = 0
            for at in range(index + 1, len(tokens)):
                depth += (tokens[at].text in OPEN) - (tokens[at].text in CLOSE)
                if tokens[at].text == ":" and depth == 0:
                    return result.close(at)
            raise Unreadable("a case without ':'")
        if token.kind == "word" and tokens[index + 1].text == ":":
            return Statement("label", self, index).close(index + 1)
        if word in ("else", ")", "]", "}"):
            raise Unreadable(f"'{word}' is not expected")
        result = Statement(word if word in ("return", "goto", "break", "continue") else "simple", self, index)
        at = index
        while tokens[at].text != ";":
            if tokens[at].text in OPEN:
                at = self.match(at)
            elif tokens[at].text in CLOSE:
                raise Unreadable("a statement without ';'")
            at += 1
        return result.close(at)
