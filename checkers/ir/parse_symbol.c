// Parser of records, globals and function headers.
// Invariant: a record whose text gives no offsets gets those of the natural layout (each field at the next multiple of
// its alignment), so that tests can be written without counting bytes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "ir/parse.h"
#include "ir/text.h"

// ---- Records -------------------------------------------------------------------------------------------------------

/// State of laying a record out.
typedef struct layout {
  const uint32_t *alignments; // of the records that have been read
  uint64_t end;               // first byte behind the fields so far
  uint32_t alignment;
  bool is_partial; // a field's type has no layout yet
} layout;

static uint64_t align_up(uint64_t offset, uint64_t alignment) {
  uint64_t rest = offset % alignment;
  return rest && offset <= UINT64_MAX - alignment ? offset + alignment - rest : offset;
}

/// 0 when the type contains a record that has not been read.
static uint32_t type_alignment(const layout *l, const dxl_ir_type *type) {
  while (type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  if (type->kind == DXL_IR_TYPE_RECORD)
    return type->record->is_complete ? l->alignments[type->record->index] : 0;
  uint32_t alignment = 1;
  while (alignment < type->size && alignment < 16)
    alignment *= 2;
  return alignment;
}

static void field_line(dxl_ir_parser *p, dxl_ir_record *record, layout *l) {
  dxl_ir_field field;
  memset(&field, 0, sizeof field);
  dxl_ir_token name = p->token;
  field.name = dxl_ir_parser_name(p, "the name of a field or '}'");
  dxl_ir_token type = p->token;
  field.type = dxl_ir_parser_type(p);
  if (!field.type) {
    dxl_ir_parser_fail(p, &type, "a field has a type");
    return;
  }
  if (dxl_ir_token_is(&p->token, "base") && !p->token.first_on_line) {
    dxl_ir_parser_advance(p);
    field.is_base = true;
  }
  bool has_offset = dxl_ir_token_is(&p->token, "at") && !p->token.first_on_line;
  if (has_offset) {
    dxl_ir_parser_advance(p);
    field.offset = dxl_ir_parser_u64(p, "the offset of the field");
  }
  if (dxl_ir_token_is(&p->token, "bits") && !p->token.first_on_line) {
    dxl_ir_parser_advance(p);
    dxl_ir_parser_bits(p, &field.bit_offset, &field.bit_width);
  }
  uint32_t alignment = type_alignment(l, field.type);
  if (!has_offset && !p->error) {
    const dxl_ir_field *before = record->fields.count ? &dxl_array_last(&record->fields) : NULL;
    bool shares = field.bit_width && field.bit_offset && before && before->bit_width;
    if (!alignment)
      dxl_ir_parser_fail(p, &name, "the layout of the type is not known yet; give the field an offset ('at N')");
    else if (shares)
      field.offset = before->offset;
    else
      field.offset = record->is_union ? 0 : align_up(l->end, alignment);
  }
  if (p->error)
    return;
  if (field.type->size > UINT64_MAX / 2 - field.offset || field.offset > UINT64_MAX / 2) {
    dxl_ir_parser_fail(p, &name, "the field ends behind the end of memory");
    return;
  }
  if (field.offset + field.type->size > l->end)
    l->end = field.offset + field.type->size;
  l->is_partial |= !alignment;
  if (alignment > l->alignment)
    l->alignment = alignment;
  dxl_array_push(&record->fields, field);
}

void dxl_ir_parser_record_item(dxl_ir_parser *p, uint32_t *alignments) {
  dxl_ir_token name = p->token;
  dxl_ir_record *record = p->module->records.items[dxl_ir_parser_record(p)->index];
  bool has_size = false;
  while (p->token.kind == DXL_IR_TOKEN_WORD) {
    if (dxl_ir_parser_take_word(p, "tag")) {
      record->tag = dxl_ir_parser_name(p, "the tag");
    } else if (dxl_ir_parser_take_word(p, "union")) {
      record->is_union = true;
    } else if (dxl_ir_parser_take_word(p, "polymorphic")) {
      record->is_polymorphic = true;
    } else if (dxl_ir_parser_take_word(p, "assumed")) {
      record->is_assumed = true;
    } else if (dxl_ir_parser_take_word(p, "size")) {
      record->size = dxl_ir_parser_u64(p, "the size of the record");
      has_size = true;
    } else {
      dxl_ir_parser_expected(p, "'tag', 'union', 'polymorphic', 'assumed', 'size' or '{'");
    }
  }
  if (!dxl_ir_parser_take_mark(p, '{')) {
    if (has_size)
      dxl_ir_parser_expected(p, "'{': a record of known size has a list of fields");
    return; // declared only; anything else that follows is no item
  }
  layout l = {alignments, 0, 1, false};
  if (record->is_polymorphic) // the vtable pointer; a base that has one is given its offset explicitly
    l.end = l.alignment = p->module->pointer_size;
  while (!dxl_ir_parser_is_mark(p, '}') && p->token.kind != DXL_IR_TOKEN_END)
    field_line(p, record, &l);
  dxl_ir_parser_need_mark(p, '}');
  alignments[record->index] = l.alignment;
  record->is_complete = true;
  if (!has_size && l.is_partial)
    dxl_ir_parser_fail(p, &name, "a record that holds one whose layout comes later needs a size (size N)");
  if (!has_size)
    record->size = align_up(l.end, l.alignment);
}

// ---- Attributes of globals and functions ---------------------------------------------------------------------------

static bool take_linkage(dxl_ir_parser *p, dxl_ir_linkage *linkage) {
  for (int kind = DXL_IR_STATIC; kind < DXL_IR_LINKAGE_COUNT; kind++)
    if (dxl_ir_parser_take_word(p, dxl_ir_linkage_words[kind])) {
      *linkage = (dxl_ir_linkage)kind;
      return true;
    }
  return false;
}

static bool take_flag(dxl_ir_parser *p, const char *word, bool *flag) {
  bool is_it = dxl_ir_parser_take_word(p, word);
  *flag |= is_it;
  return is_it;
}

// ---- Globals -------------------------------------------------------------------------------------------------------

/// "OFFSET = [iN|uN|fN] VALUE [size N] [+N]"
static void initialiser_line(dxl_ir_parser *p, dxl_ir_global *global) {
  dxl_ir_initialiser one;
  memset(&one, 0, sizeof one);
  one.offset = dxl_ir_parser_u64(p, "the offset of an initialiser or '}'");
  dxl_ir_parser_need_mark(p, '=');
  dxl_ir_token token = p->token;
  if (token.kind == DXL_IR_TOKEN_WORD && token.length > 1 && strchr("iuf", *token.start) && token.start[1] >= '1' &&
      token.start[1] <= '9') {
    const dxl_ir_type *type = dxl_ir_parser_type(p);
    one.size = type ? type->size : 0;
  }
  dxl_ir_token value = p->token;
  bool is_other;
  one.value = dxl_ir_parser_constant(p, &is_other);
  if (is_other || (!p->error && one.value.kind == DXL_IR_NONE))
    dxl_ir_parser_fail(p, &value, "expected a number, a string or a symbol");
  if (dxl_ir_parser_take_word(p, "size"))
    one.size = dxl_ir_parser_u64(p, "the size of the initialiser");
  bool is_address =
      one.value.kind == DXL_IR_STRING || one.value.kind == DXL_IR_GLOBAL || one.value.kind == DXL_IR_FUNCTION;
  if (!one.size && is_address)
    one.size = p->module->pointer_size;
  if (!one.size)
    dxl_ir_parser_fail(p, &value, "a number needs a type (i32 5) or a size (5 size 4)");
  if (dxl_ir_token_has_sign(&p->token) && !p->token.first_on_line)
    one.addend = dxl_ir_parser_i64(p, "the bytes to add");
  if (!p->error)
    dxl_array_push(&global->initialisers, one);
}

void dxl_ir_parser_global_item(dxl_ir_parser *p) {
  dxl_ir_global *global = dxl_ir_global_find(p->module, dxl_ir_token_name(&p->token, p->module->strings));
  dxl_ir_parser_advance(p);
  dxl_ir_token token = p->token;
  const dxl_ir_type *type = dxl_ir_parser_type(p);
  if (!type) {
    dxl_ir_parser_fail(p, &token, "a global has a type");
    return;
  }
  global->type = type;
  bool is_extern = false;
  while (p->token.kind == DXL_IR_TOKEN_WORD) {
    if (take_linkage(p, &global->linkage) || take_flag(p, "extern", &is_extern) ||
        take_flag(p, "constant", &global->is_constant))
      continue;
    if (dxl_ir_parser_take_word(p, "at"))
      global->location = dxl_ir_parser_location(p, 0);
    else if (dxl_ir_parser_take_word(p, "display"))
      global->display = dxl_ir_parser_string(p, "the name to display (a string)");
    else
      dxl_ir_parser_expected(p, "'static', 'inline', 'extern', 'constant', 'at', 'display' or '{'");
  }
  global->is_defined = !is_extern;
  if (!dxl_ir_parser_take_mark(p, '{'))
    return;
  global->is_initialised = true;
  while (!dxl_ir_parser_is_mark(p, '}') && p->token.kind != DXL_IR_TOKEN_END)
    initialiser_line(p, global);
  dxl_ir_parser_need_mark(p, '}');
}

// ---- Functions -----------------------------------------------------------------------------------------------------

/// Stands for "the function's file" in a parameter's position, which is read before the function's own.
#define FILE_OF_FUNCTION (UINT32_MAX - 1)

static void parameter(dxl_ir_parser *p) {
  dxl_ir_function *function = p->function;
  bool is_temporary = dxl_ir_parser_take_word(p, "temp");
  dxl_ir_token token = p->token;
  const dxl_ir_type *type = dxl_ir_parser_type(p);
  if (!type)
    dxl_ir_parser_fail(p, &token, "a parameter has a type");
  const char *name = "";
  if (p->token.kind == DXL_IR_TOKEN_LOCAL) {
    name = dxl_ir_token_name(&p->token, p->module->strings);
    dxl_ir_parser_local_label(p, &p->token, function->locals.count);
    dxl_ir_parser_advance(p);
  } else {
    dxl_ir_parser_unnamed_label(p, function->locals.count);
  }
  dxl_ir_location location = dxl_ir_no_location();
  if (dxl_ir_parser_take_mark(p, '!'))
    location = dxl_ir_parser_location(p, FILE_OF_FUNCTION);
  if (p->error)
    return;
  dxl_ir_add_local(function, name, type, location, is_temporary);
  function->parameter_count++;
}

static void parameters(dxl_ir_parser *p) {
  dxl_ir_parser_need_mark(p, '(');
  while (!dxl_ir_parser_is_mark(p, ')') && p->token.kind != DXL_IR_TOKEN_END) {
    if (p->token.kind == DXL_IR_TOKEN_ELLIPSIS) {
      dxl_ir_parser_advance(p);
      p->function->is_variadic = true;
      break;
    }
    parameter(p);
    if (!dxl_ir_parser_take_mark(p, ','))
      break;
  }
  dxl_ir_parser_need_mark(p, ')');
}

/// "annotate NAME ["arguments"] [on return | on N]"
static void annotation(dxl_ir_parser *p) {
  dxl_ir_annotation one = {dxl_ir_parser_name(p, "the name of the annotation"), dxl_ir_text(p->module, ""), -1};
  if (p->token.kind == DXL_IR_TOKEN_STRING)
    one.arguments = dxl_ir_parser_string(p, "the arguments");
  if (dxl_ir_parser_take_word(p, "on")) {
    dxl_ir_token token = p->token;
    uint32_t index = 0;
    if (dxl_ir_parser_take_word(p, "return"))
      one.parameter = -2;
    else if ((index = dxl_ir_parser_u32(p, "the index of a parameter or 'return'")) >= p->function->parameter_count)
      dxl_ir_parser_fail(p, &token, "the function has %u parameters", p->function->parameter_count);
    else
      one.parameter = (int32_t)index;
  }
  if (!p->error)
    dxl_array_push(&p->function->annotations, one);
}

static bool take_function_flag(dxl_ir_parser *p) {
  dxl_ir_function *function = p->function;
  return take_linkage(p, &function->linkage) || take_flag(p, "inlined", &function->is_inlined) ||
         take_flag(p, "noreturn", &function->is_noreturn) ||
         take_flag(p, "method", &function->is_method) || take_flag(p, "constructor", &function->is_constructor) ||
         take_flag(p, "destructor", &function->is_destructor) ||
         take_flag(p, "returns_record", &function->returns_record);
}

/// One attribute that has a value. False when the word is none.
static bool take_function_value(dxl_ir_parser *p) {
  dxl_ir_function *function = p->function;
  if (dxl_ir_parser_take_word(p, "class")) {
    function->class_record = dxl_ir_parser_record(p);
  } else if (dxl_ir_parser_take_word(p, "role")) {
    const char *role = dxl_ir_parser_name(p, "the name of a function type");
    if (!p->error)
      dxl_array_push(&function->roles, role);
  } else if (dxl_ir_parser_take_word(p, "segment")) {
    function->segment = dxl_ir_parser_name(p, "the name of a code segment");
  } else if (dxl_ir_parser_take_word(p, "annotate")) {
    annotation(p);
  } else if (dxl_ir_parser_take_word(p, "opaque")) {
    function->opaque_count = dxl_ir_parser_u32(p, "a number of constructs");
  } else if (dxl_ir_parser_take_word(p, "at")) {
    function->location = dxl_ir_parser_location(p, 0);
  } else if (dxl_ir_parser_take_word(p, "end")) {
    function->end_line = dxl_ir_parser_u32(p, "the last line of the function");
  } else if (dxl_ir_parser_take_word(p, "display")) {
    function->display = dxl_ir_parser_string(p, "the name to display (a string)");
  } else {
    return false;
  }
  return true;
}

static void function_attributes(dxl_ir_parser *p, bool is_declaration) {
  dxl_ir_function *function = p->function;
  while (p->token.kind == DXL_IR_TOKEN_WORD) {
    if (take_function_flag(p) || take_function_value(p))
      continue;
    if (!is_declaration && dxl_ir_parser_take_word(p, "lost")) {
      function->body = DXL_IR_LOST;
      if (p->token.kind == DXL_IR_TOKEN_STRING)
        function->lost_reason = dxl_ir_parser_string(p, "the reason");
      continue;
    }
    dxl_ir_parser_expected(p, is_declaration ? "an attribute of a function (static, noreturn, role, annotate, ...)"
                                             : "an attribute of a function or '{'");
  }
}

void dxl_ir_parser_function_item(dxl_ir_parser *p, bool is_declaration) {
  dxl_ir_function *function = dxl_ir_function_find(p->module, dxl_ir_token_name(&p->token, p->module->strings));
  p->function = function;
  function->body = is_declaration ? DXL_IR_DECLARED : DXL_IR_LOWERED;
  if (!is_declaration && p->module->files.count)
    function->location.file = 0;
  dxl_ir_parser_advance(p);
  dxl_map *locals = p->locals = dxl_map_new();
  parameters(p);
  dxl_ir_token token = p->token;
  if (dxl_ir_parser_at_type(p)) {
    const dxl_ir_type *type = dxl_ir_parser_type(p);
    if (type)
      function->return_type = type;
    else
      dxl_ir_parser_fail(p, &token, "a function returns a type or void");
  }
  function_attributes(p, is_declaration);
  for (uint32_t i = 0; i < function->locals.count; i++)
    if (function->locals.items[i].location.file == FILE_OF_FUNCTION)
      function->locals.items[i].location.file = function->location.file;
  if (function->body == DXL_IR_LOWERED && !p->error)
    dxl_ir_parser_body(p);
  dxl_map_free(locals);
  p->locals = NULL;
  p->function = NULL;
}
