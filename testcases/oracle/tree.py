"""Statements of a random program as a tree: text of one line, or a block of heads and bodies; mutations of it.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import copy
import re


class Block:
    """`head { body }`, with further heads for else and the like; `tail` closes it."""

    def __init__(self, head, body, *more, tail="}"):
        self.parts = [(head, body)] + [more[i:i + 2] for i in range(0, len(more), 2)]
        self.tail = tail


def branch(condition, yes, no=None):
    return Block(f"if ({condition}) {{", yes, "} else {", no) if no else Block(f"if ({condition}) {{", yes)


def print_tree(nodes, depth=1):
    lines, indent = [], "  " * depth
    for node in nodes:
        if isinstance(node, str):
            lines.append(node if node.endswith(":") and not node.startswith(("case", "default")) else indent + node)
            continue
        for head, body in node.parts:
            lines.append(indent + head)
            lines += print_tree(body, depth + 1)
        lines.append(indent + node.tail)
    return lines


def sequences(nodes):
    """Every list of statements in the tree."""
    found = [nodes]
    for node in nodes:
        if isinstance(node, Block):
            for _, body in node.parts:
                found += sequences(body)
    return found


# ---- Mutations: a small mistake, as one makes it ------------------------------------------------------------------------------

PROTECTED = ("_Fill(", "args.hAdapter", "RtlZeroMemory", "SharedAcross", "i++", "j++", "made--", "i = 0", "Cleanup", "KIRQL")


def is_free(node):
    if isinstance(node, str):
        return not node.endswith(":") and not node.startswith(("return", "break")) and not any(p in node for p in PROTECTED)
    return True


def pick(random, nodes, wanted):
    places = [(s, i) for s in sequences(nodes) for i, n in enumerate(s) if wanted(n)]
    return random.choice(places) if places else (None, None)


def delete(random, nodes):
    where, index = pick(random, nodes, is_free)
    if where:
        del where[index]


def duplicate(random, nodes):
    where, index = pick(random, nodes, lambda n: isinstance(n, str) and is_free(n))
    if where:
        where.insert(random.randint(index + 1, min(index + 3, len(where))), where[index])


def swap(random, nodes):
    where, index = pick(random, nodes, is_free)
    if where and index + 1 < len(where) and is_free(where[index + 1]):
        where[index], where[index + 1] = where[index + 1], where[index]


def ends_breaks(head):
    return head.startswith(("for", "while", "do", "switch"))


def has_open_break(node):
    """A break that belongs to a loop or switch around the node."""
    if isinstance(node, str):
        return node.startswith("break")
    return any(has_open_break(inner) for head, body in node.parts if not ends_breaks(node.parts[0][0]) for inner in body)


def takes_breaks(nodes, wanted, inside=False):
    """Whether the list `wanted` of the tree stands in a loop or switch."""
    if nodes is wanted:
        return inside
    return any(takes_breaks(body, wanted, inside or ends_breaks(node.parts[0][0]))
               for node in nodes if isinstance(node, Block) for _, body in node.parts)


def move(random, nodes):
    where, index = pick(random, nodes, is_free)
    if where:
        node = where.pop(index)
        target = random.choice(sequences(nodes))
        if has_open_break(node) and not takes_breaks(nodes, target):
            where.insert(index, node)
            return
        last = len(target)
        while last and isinstance(target[last - 1], str) and target[last - 1].startswith(("return", "goto", "break")):
            last -= 1
        target.insert(random.randint(0, last), node)


def negate(random, nodes):
    where, index = pick(random, nodes, lambda n: isinstance(n, Block) and n.parts[0][0].startswith("if ("))
    if where:
        head, body = where[index].parts[0]
        where[index].parts[0] = (f"if (!({head[4:-3]})) {{", body)


def unguard(random, nodes):
    where, index = pick(random, nodes, lambda n: isinstance(n, Block) and n.parts[0][0].startswith("if ("))
    if where:
        where[index:index + 1] = where[index].parts[0][1]


def edit(pattern, replacement):
    def mutate(random, nodes):
        def has(node):
            text = node if isinstance(node, str) else node.parts[0][0]
            if text.startswith("for") and "&&" in pattern: # a list is long enough only while both are so
                return False
            return re.search(pattern, text) and not any(p in text for p in PROTECTED[:3])
        where, index = pick(random, nodes, has)
        if where:
            node = where[index]
            if isinstance(node, str):
                where[index] = re.sub(pattern, replacement, node, count=1)
            else:
                node.parts[0] = (re.sub(pattern, replacement, node.parts[0][0], count=1), node.parts[0][1])
    return mutate


MUTATIONS = (delete, delete, delete, duplicate, swap, swap, move, negate, unguard, unguard,
             edit(r" < (?!LIST)", " <= "), edit(r"\bTRUE\b", "FALSE"), edit(r"\bFALSE\b", "TRUE"), edit(r"goto Cleanup", "return status"),
             edit(r"\bfirst->Dxgk\.DeviceHandle", "second->Dxgk.DeviceHandle"), edit(r"\bh0\b", "h1"), edit(r"\bh1\b", "h0"),
             edit(r"(?<!!)NT_SUCCESS", "STATUS_SUCCESS == "), edit(r"&& ", "|| "), edit(r"\|= ", "= "), edit(r"== 1\b", "== 2"),
             edit(r"& 1\b", "& 2"), edit(r"> 0\b", "> 1"), edit(r"= 0;", "= 1;"))


def mutated(random, nodes, count):
    nodes = copy.deepcopy(nodes)
    for _ in range(count):
        random.choice(MUTATIONS)(random, nodes)
    return nodes
