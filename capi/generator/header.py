"""Reads mandate.h: its functions, structs and constants, and the tags in its comments.

The header is written in a restricted C, so that it can be read without a compiler and used from any
language. What steps outside is refused here with the name of the function.
"""

import re
from dataclasses import dataclass, field

from pycparser import c_ast, c_parser

INTEGERS = ("int32_t", "uint32_t", "int64_t", "uint64_t", "size_t")
TYPEDEFS = (*INTEGERS, "uint8_t")
RELEASE = r"\[since (\d+\.\d+)\]"
OWNERSHIP = re.compile(r"\[(in|out|static|out-owned: (\w+)|out-borrowed: (\w+))\]")


class HeaderError(Exception):
    """The header breaks a rule of its dialect."""


@dataclass
class CType:
    base: str  # "int32_t", "char", "mandate_ledger" ...
    pointers: int = 0
    const: bool = False


@dataclass
class Parameter:
    name: str
    type: CType
    ownership: str = ""
    nullable: bool = False


@dataclass
class Function:
    name: str
    result: CType
    parameters: list
    since: str
    doc: str


@dataclass
class Struct:
    name: str
    members: list  # of (name, CType)


@dataclass
class Api:
    functions: list = field(default_factory=list)
    structs: list = field(default_factory=list)
    handles: list = field(default_factory=list)
    constants: dict = field(default_factory=dict)  # name: the text of its value


def parse(text):
    api = Api(constants=constants(text))
    comments = _comments_before_functions(text)
    for node in c_parser.CParser().parse(_plain_c(text)).ext:
        if node.name in TYPEDEFS or node.name == "mandate_status":
            continue
        if isinstance(node, c_ast.Typedef):
            _add_type(api, node)
        elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl):
            api.functions.append(_function(node, comments))
        else:
            raise HeaderError(f"{node.name}: neither a type nor a function")
    known = {*TYPEDEFS, "mandate_status", "char", "void", *api.handles}
    known |= {struct.name for struct in api.structs}
    for function in api.functions:
        _check(function, api, known)
    return api


def _plain_c(text):
    """The declarations alone: no comments, no preprocessor, no macros, own fixed-width types."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\\\n", " ", text)
    text = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("#"))
    text = text.replace('extern "C" {\n', "").replace("MANDATE_API", "")
    text = text.replace("MANDATE_NOEXCEPT", "")
    text = re.sub(r"^}\s*$", "", text, flags=re.M)  # of extern "C"
    return "".join(f"typedef int {name};\n" for name in TYPEDEFS) + text


def constants(text):
    found = re.findall(r"^#define (MANDATE_[A-Z0-9_]+) +(\(?-?\w+\)?)", text, flags=re.M)
    return {name: value.strip("()") for name, value in found
            if name not in ("MANDATE_API", "MANDATE_NOEXCEPT")}


def _comments_before_functions(text):
    pattern = r"/\*((?:(?!\*/).)*)\*/\s*MANDATE_API[^;]*?\b(mandate_\w+)\("
    return {name: comment for comment, name in re.findall(pattern, text, flags=re.S)}


def _add_type(api, node):
    inner = node.type.type
    if isinstance(inner, c_ast.Struct) and inner.decls is None:
        api.handles.append(node.name)
    elif isinstance(inner, c_ast.Struct):
        members = [(member.name, _type(member.type)) for member in inner.decls]
        if members[0][0] != "struct_size":
            raise HeaderError(f"{node.name}: its first member is not struct_size")
        api.structs.append(Struct(node.name, members))
    else:
        raise HeaderError(f"{node.name}: not a struct")


def _type(node):
    pointers = 0
    while isinstance(node, c_ast.PtrDecl):
        pointers += 1
        node = node.type
    if not isinstance(node, c_ast.TypeDecl) or not isinstance(node.type, c_ast.IdentifierType):
        raise HeaderError("a type that other languages cannot be sure of")
    return CType(" ".join(node.type.names), pointers, "const" in node.quals)


def _function(node, comments):
    if node.name not in comments:
        raise HeaderError(f"{node.name}: no comment")
    comment = re.sub(r"^ \*", "", comments[node.name], flags=re.M)
    since = re.search(RELEASE, comment)
    if since is None:
        raise HeaderError(f"{node.name}: no [since]")
    parameters = [Parameter(p.name, _type(p.type)) for p in (node.type.args or [])
                  if not (p.name is None and _type(p.type).base == "void")]
    for parameter in parameters:
        line = re.search(rf"^ +{parameter.name} +(\[.*)", comment, flags=re.M)
        tag = OWNERSHIP.search(line.group(1)) if line else None
        parameter.ownership = tag.group(0) if tag else ""
        parameter.nullable = line is not None and "[?]" in line.group(1)
    doc = " ".join(comment[:comment.index("[since")].split())
    result = _type(node.type.type)
    if result.pointers and not re.search(r"^ +result +\[", comment, flags=re.M):
        raise HeaderError(f"{node.name}: its result has no ownership")
    return Function(node.name, result, parameters, since.group(1), doc)


def _check(function, api, known):
    """The rules that hold for every function."""
    def refuse(what):
        raise HeaderError(f"{function.name}: {what}")

    names = {f.name for f in api.functions}
    for parameter in function.parameters:
        kind = parameter.type
        if kind.base not in known:
            refuse(f"{parameter.name} has the type {kind.base}")
        if not kind.pointers and kind.base not in (*INTEGERS, "mandate_status"):
            refuse(f"{parameter.name} is passed by value")
        if kind.pointers and not parameter.ownership:
            refuse(f"{parameter.name} has no ownership")
        owned = OWNERSHIP.match(parameter.ownership)
        if owned and owned.group(2) and owned.group(2) not in names:
            refuse(f"{parameter.name} is freed by {owned.group(2)}, which does not exist")
    if function.result.base not in known:
        refuse(f"it returns {function.result.base}")
    errors = [p for p in function.parameters if p.type == CType("mandate_error", 2)]
    if errors and (function.parameters[-1] is not errors[0] or errors[0].name != "err"):
        refuse("its error is not the last parameter, err")
