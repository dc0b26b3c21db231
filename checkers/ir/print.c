// The text form of the IR, canonical: one module has one text, and parsing that text and printing it gives it again.
// Invariants: nothing is printed that depends on addresses or hash order; what an instruction carries beyond the usual
// for its opcode is printed as attributes, never dropped.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ir/ir.h"
#include "ir/text.h"

typedef struct printer {
  FILE *out;
  const dxl_ir_module *module;
  const dxl_ir_function *function;
  /// New numbers of the registers when the old ones have gaps (a removed instruction), else NULL.
  uint32_t *renumbered;
  /// For each local: its name alone does not tell it from the others.
  uint8_t *ambiguous;
} printer;

static void put(const printer *p, const char *text) { fputs(text, p->out); }

static void put_unsigned(const printer *p, uint64_t number) { fprintf(p->out, "%" PRIu64, number); }

static void put_quoted(const printer *p, const char *text) {
  fputc('"', p->out);
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\')
      fprintf(p->out, "\\%c", c);
    else if (c == '\n')
      put(p, "\\n");
    else if (c == '\t')
      put(p, "\\t");
    else if (c == '\r')
      put(p, "\\r");
    else if (c < 0x20 || c == 0x7f)
      fprintf(p->out, "\\x%02X", c);
    else
      fputc(c, p->out);
  }
  fputc('"', p->out);
}

static void put_name(const printer *p, const char *name) {
  if (dxl_ir_is_plain_name(name))
    put(p, name);
  else
    put_quoted(p, name);
}

static void put_sigil_name(const printer *p, char sigil, const char *name) {
  fputc(sigil, p->out);
  put_name(p, name);
}

/// " word name"
static void put_attribute(const printer *p, const char *word, const char *name) {
  fprintf(p->out, " %s ", word);
  put_name(p, name);
}

static void put_type(const printer *p, const dxl_ir_type *type) {
  // A type is a chain of wrappers around one innermost type: openers going in, closers coming out.
  DXL_ARRAY(char) closers = {0};
  for (; type; type = type->element) {
    if (type->kind == DXL_IR_TYPE_POINTER && type->element->kind != DXL_IR_TYPE_VOID) {
      put(p, "ptr(");
      dxl_array_push(&closers, ')');
    } else if (type->kind == DXL_IR_TYPE_ARRAY) {
      fprintf(p->out, "[%" PRIu64 " x ", type->count);
      dxl_array_push(&closers, ']');
    } else {
      break;
    }
  }
  if (!type) {
    put(p, "?");
  } else {
    switch (type->kind) {
    case DXL_IR_TYPE_VOID:
      put(p, "void");
      break;
    case DXL_IR_TYPE_INTEGER:
      fprintf(p->out, "%c%" PRIu32, type->is_signed ? 'i' : 'u', type->bits);
      break;
    case DXL_IR_TYPE_FLOAT:
      fprintf(p->out, "f%" PRIu32, type->bits);
      break;
    case DXL_IR_TYPE_POINTER:
    case DXL_IR_TYPE_ARRAY: // never reached, arrays are wrappers
      put(p, "ptr");
      break;
    case DXL_IR_TYPE_RECORD:
      put_sigil_name(p, '%', type->record->name);
      break;
    case DXL_IR_TYPE_FUNCTION:
      put(p, "fn");
      if (type->name) {
        put(p, "(");
        put_name(p, type->name);
        put(p, ")");
      }
      break;
    }
  }
  while (closers.count)
    fputc(dxl_array_pop(&closers), p->out);
  dxl_array_free(&closers);
}

// ---- Positions -----------------------------------------------------------------------------------------------------

static bool location_is_none(dxl_ir_location location) {
  return location.file == DXL_IR_NO_FILE && location.line == 0 && location.column == 0 && !location.macro;
}

/// "file:line:column", the file left out when it is `usual`.
static void put_location(const printer *p, dxl_ir_location location, uint32_t usual) {
  if (location.file == DXL_IR_NO_FILE)
    put(p, "-:");
  else if (location.file != usual)
    fprintf(p->out, "%" PRIu32 ":", location.file);
  fprintf(p->out, "%" PRIu32 ":%" PRIu32, location.line, location.column);
  if (location.macro)
    put_attribute(p, "macro", location.macro);
}

/// " !line:column" within a function, nothing when there is no position.
static void put_place(const printer *p, dxl_ir_location location) {
  if (location_is_none(location))
    return;
  put(p, " !");
  put_location(p, location, p->function->location.file);
}

// ---- Operands ------------------------------------------------------------------------------------------------------

static void put_float(const printer *p, double value) {
  if (isnan(value)) {
    put(p, "nan");
    return;
  }
  if (isinf(value)) {
    put(p, value < 0 ? "-inf" : "inf");
    return;
  }
  char text[64];
  for (int digits = 15; digits <= 17; digits++) { // the shortest that reads back as the same number
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value)
      break;
  }
  put(p, text);
  if (!strpbrk(text, ".e"))
    put(p, ".0");
}

static void put_local(const printer *p, uint32_t index) {
  const char *name = index < p->function->locals.count ? p->function->locals.items[index].name : "";
  fputc('$', p->out);
  if (name[0])
    put_name(p, name);
  if (!p->ambiguous || index >= p->function->locals.count || p->ambiguous[index])
    fprintf(p->out, ":%" PRIu32, index);
}

static uint32_t register_number(const printer *p, uint32_t index) {
  return p->renumbered && index < p->function->register_count ? p->renumbered[index] : index;
}

static void put_operand(const printer *p, dxl_ir_operand operand) {
  switch (operand.kind) {
  case DXL_IR_NONE:
    put(p, "none");
    break;
  case DXL_IR_REGISTER:
    fprintf(p->out, "%%%" PRIu32, register_number(p, operand.index));
    break;
  case DXL_IR_INTEGER:
    fprintf(p->out, "%" PRId64, operand.integer);
    break;
  case DXL_IR_FLOAT:
    put_float(p, operand.real);
    break;
  case DXL_IR_STRING:
    put_quoted(p, operand.text);
    break;
  case DXL_IR_LOCAL:
    put_local(p, operand.index);
    break;
  case DXL_IR_GLOBAL: {
    if (operand.index >= p->module->globals.count) {
      fprintf(p->out, "<no global %" PRIu32 ">", operand.index);
      break;
    }
    const char *name = p->module->globals.items[operand.index]->name;
    if (dxl_ir_function_find(p->module, name)) // a bare name is the function then
      put(p, "global ");
    put_sigil_name(p, '@', name);
    break;
  }
  case DXL_IR_FUNCTION:
    if (operand.index < p->module->functions.count)
      put_sigil_name(p, '@', p->module->functions.items[operand.index]->name);
    else
      fprintf(p->out, "<no function %" PRIu32 ">", operand.index);
    break;
  }
}

/// "(a, b)"
static void put_arguments(const printer *p, const dxl_ir_call *call) {
  put(p, "(");
  for (uint32_t i = 0; i < call->arguments.count; i++) {
    if (i)
      put(p, ", ");
    put_operand(p, call->arguments.items[i]);
  }
  put(p, ")");
}

static void put_block_name(const printer *p, uint32_t block) { fprintf(p->out, "b%" PRIu32, block); }

// ---- Instructions --------------------------------------------------------------------------------------------------

static void put_instruction_head(const printer *p, const dxl_ir_instruction *instruction) {
  if (instruction->opcode == DXL_IR_BINARY || instruction->opcode == DXL_IR_UNARY)
    put(p, dxl_ir_operation_words[instruction->operation]);
  else
    put(p, dxl_ir_opcode_forms[instruction->opcode].word);
  if (instruction->opcode == DXL_IR_COMPARE)
    fprintf(p->out, " %s", dxl_ir_comparison_words[instruction->comparison]);
}

/// The operands in the order of the opcode's syntax, with a type in front where the opcode has one.
static void put_instruction_operands(const printer *p, const dxl_ir_instruction *instruction) {
  const dxl_ir_opcode_form *form = &dxl_ir_opcode_forms[instruction->opcode];
  if (form->has_type || instruction->opcode == DXL_IR_OPAQUE) {
    put(p, " ");
    put_type(p, instruction->type);
  }
  if (form->operands == 0)
    return;
  bool value_first = instruction->opcode == DXL_IR_STORE;
  put(p, " ");
  put_operand(p, value_first ? instruction->b : instruction->a);
  if (form->operands == 2) {
    put(p, ", ");
    put_operand(p, value_first ? instruction->a : instruction->b);
  }
}

static void put_field_part(const printer *p, const dxl_ir_instruction *instruction) {
  if (instruction->record || instruction->field)
    put(p, " ");
  if (instruction->record)
    put_sigil_name(p, '%', instruction->record->name);
  if (instruction->field)
    put_sigil_name(p, '.', instruction->field);
  fprintf(p->out, " %+" PRId64, (int64_t)instruction->offset);
}

static void put_call_part(const printer *p, const dxl_ir_call *call) {
  put(p, " ");
  put_operand(p, call->callee);
  put_arguments(p, call);
  if (call->type_name)
    put_attribute(p, "type", call->type_name);
  if (call->virtual_method)
    put_attribute(p, "virtual", call->virtual_method);
  if (call->is_noreturn)
    put(p, " noreturn");
}

/// Everything that the syntax of the opcode has not said yet.
static void put_instruction_attributes(const printer *p, const dxl_ir_instruction *instruction) {
  dxl_ir_opcode opcode = instruction->opcode;
  bool sized = opcode == DXL_IR_INDEX || opcode == DXL_IR_COPY || opcode == DXL_IR_FILL || opcode == DXL_IR_DISTANCE;
  if (instruction->type && !dxl_ir_opcode_forms[opcode].has_type && opcode != DXL_IR_OPAQUE) {
    put(p, " as ");
    put_type(p, instruction->type);
  }
  if (instruction->from) {
    put(p, " from ");
    put_type(p, instruction->from);
  }
  if (instruction->record && opcode != DXL_IR_FIELD) {
    put(p, " record ");
    put_sigil_name(p, '%', instruction->record->name);
  }
  if (instruction->field && opcode != DXL_IR_FIELD)
    put_attribute(p, "field", instruction->field);
  if (instruction->text && opcode != DXL_IR_OPAQUE && opcode != DXL_IR_MARK)
    put_attribute(p, "text", instruction->text);
  if (instruction->offset && opcode != DXL_IR_FIELD)
    fprintf(p->out, " offset %" PRIu64, instruction->offset);
  if (sized || instruction->size)
    fprintf(p->out, " size %" PRIu64, instruction->size);
  if (instruction->bit_width)
    fprintf(p->out, " bits %" PRIu32 ":%" PRIu32, instruction->bit_offset, instruction->bit_width);
  if (instruction->is_volatile)
    put(p, " volatile");
}

static void put_instruction(const printer *p, const dxl_ir_instruction *instruction) {
  put(p, "  ");
  if (instruction->result != DXL_IR_NO_RESULT)
    fprintf(p->out, "%%%" PRIu32 " = ", register_number(p, instruction->result));
  put_instruction_head(p, instruction);
  put_instruction_operands(p, instruction);
  if (instruction->opcode == DXL_IR_FIELD)
    put_field_part(p, instruction);
  if (instruction->opcode == DXL_IR_MARK) {
    put(p, " ");
    put_name(p, instruction->text ? instruction->text : "");
  }
  if (instruction->opcode == DXL_IR_OPAQUE && instruction->text) {
    put(p, " ");
    put_quoted(p, instruction->text);
  }
  if (instruction->call) {
    if (instruction->opcode == DXL_IR_CALL) {
      put_call_part(p, instruction->call);
    } else {
      put(p, " ");
      put_arguments(p, instruction->call);
    }
  }
  put_instruction_attributes(p, instruction);
  put_place(p, instruction->location);
  put(p, "\n");
}

static void put_terminator(const printer *p, const dxl_ir_terminator *terminator) {
  fprintf(p->out, "  %s", dxl_ir_terminator_words[terminator->kind]);
  if (terminator->condition.kind != DXL_IR_NONE) {
    put(p, " ");
    put_operand(p, terminator->condition);
  }
  switch (terminator->kind) {
  case DXL_IR_JUMP:
    put(p, " ");
    put_block_name(p, terminator->target);
    break;
  case DXL_IR_BRANCH:
    put(p, " ");
    put_block_name(p, terminator->target);
    put(p, " ");
    put_block_name(p, terminator->target_else);
    break;
  case DXL_IR_SWITCH:
    put(p, " ");
    put_block_name(p, terminator->target_else);
    put(p, " [");
    for (uint32_t i = 0; i < terminator->cases.count; i++) {
      const dxl_ir_case *one = &terminator->cases.items[i];
      fprintf(p->out, i ? ", %" PRId64 : "%" PRId64, one->low);
      if (one->high != one->low)
        fprintf(p->out, "..%" PRId64, one->high);
      put(p, " ");
      put_block_name(p, one->target);
    }
    put(p, "]");
    break;
  case DXL_IR_RETURN:
  case DXL_IR_RESUME:
  case DXL_IR_UNREACHABLE:
    break;
  }
  if (terminator->word) {
    bool bare =
        terminator->kind == DXL_IR_JUMP || terminator->kind == DXL_IR_BRANCH || terminator->kind == DXL_IR_SWITCH;
    if (!bare)
      put(p, " word");
    put(p, " ");
    put_name(p, terminator->word);
  }
  put_place(p, terminator->location);
  put(p, "\n");
}

// ---- Functions -----------------------------------------------------------------------------------------------------

static void put_flag(const printer *p, bool flag, const char *word) {
  if (flag)
    fprintf(p->out, " %s", word);
}

static void put_local_declaration(const printer *p, uint32_t index) {
  const dxl_ir_local *local = &p->function->locals.items[index];
  put_local(p, index);
  put(p, " ");
  put_type(p, local->type);
  put_place(p, local->location);
  put(p, "\n");
}

static void put_parameters(const printer *p) {
  const dxl_ir_function *function = p->function;
  put(p, "(");
  uint32_t count =
      function->parameter_count < function->locals.count ? function->parameter_count : function->locals.count;
  for (uint32_t i = 0; i < count; i++) {
    const dxl_ir_local *local = &function->locals.items[i];
    if (i)
      put(p, ", ");
    if (local->is_temporary)
      put(p, "temp ");
    put_type(p, local->type);
    put(p, " ");
    put_local(p, i);
    put_place(p, local->location);
  }
  if (function->is_variadic)
    put(p, count ? ", ..." : "...");
  put(p, ")");
}

static void put_annotation(const printer *p, const dxl_ir_annotation *annotation) {
  put_attribute(p, "annotate", annotation->name);
  if (annotation->arguments && annotation->arguments[0]) {
    put(p, " ");
    put_quoted(p, annotation->arguments);
  }
  if (annotation->parameter == -2)
    put(p, " on return");
  else if (annotation->parameter >= 0)
    fprintf(p->out, " on %" PRId32, annotation->parameter);
}

/// Attributes of functions and of globals alike.
static void put_linkage(const printer *p, dxl_ir_linkage linkage) {
  if (linkage != DXL_IR_EXTERNAL)
    fprintf(p->out, " %s", dxl_ir_linkage_words[linkage]);
}

static void put_display(const printer *p, const char *display, const char *name) {
  if (!display || strcmp(display, name) == 0)
    return;
  put(p, " display ");
  put_quoted(p, display);
}

static void put_function_attributes(const printer *p) {
  const dxl_ir_function *function = p->function;
  put_linkage(p, function->linkage);
  put_flag(p, function->is_inlined, "inlined");
  put_flag(p, function->is_noreturn, "noreturn");
  put_flag(p, function->is_method, "method");
  put_flag(p, function->is_constructor, "constructor");
  put_flag(p, function->is_destructor, "destructor");
  put_flag(p, function->returns_record, "returns_record");
  if (function->class_record) {
    put(p, " class ");
    put_sigil_name(p, '%', function->class_record->name);
  }
  for (uint32_t i = 0; i < function->roles.count; i++)
    put_attribute(p, "role", function->roles.items[i]);
  if (function->segment)
    put_attribute(p, "segment", function->segment);
  for (uint32_t i = 0; i < function->annotations.count; i++)
    put_annotation(p, &function->annotations.items[i]);
  if (function->opaque_count)
    fprintf(p->out, " opaque %" PRIu32, function->opaque_count);
  // A body's position defaults to the unit's first file, a declaration's to none.
  dxl_ir_location usual = dxl_ir_no_location();
  if (function->body != DXL_IR_DECLARED && p->module->files.count)
    usual.file = 0;
  dxl_ir_location at = function->location;
  if (at.file != usual.file || at.line || at.column || at.macro) {
    put(p, " at ");
    put_location(p, at, DXL_IR_NO_FILE);
  }
  if (function->end_line)
    fprintf(p->out, " end %" PRIu32, function->end_line);
  put_display(p, function->display, function->name);
  if (function->body == DXL_IR_LOST) {
    put(p, " lost");
    if (function->lost_reason) {
      put(p, " ");
      put_quoted(p, function->lost_reason);
    }
  }
}

/// Which locals need their index beside the name: unnamed ones and all but the first of a name.
static void find_ambiguous_locals(printer *p) {
  const dxl_ir_function *function = p->function;
  if (!function->locals.count)
    return;
  p->ambiguous = dxl_allocate(function->locals.count);
  dxl_map *seen = dxl_map_new();
  for (uint32_t i = 0; i < function->locals.count; i++) {
    bool is_new;
    dxl_map_put_text(seen, function->locals.items[i].name, &is_new);
    p->ambiguous[i] = !is_new || !function->locals.items[i].name[0];
  }
  dxl_map_free(seen);
}

static void renumber_registers(printer *p) {
  const dxl_ir_function *function = p->function;
  if (dxl_ir_registers_are_dense(function))
    return;
  p->renumbered = dxl_allocate(function->register_count * sizeof *p->renumbered);
  uint32_t next = 0;
  for (uint32_t r = 0; r < function->register_count; r++)
    p->renumbered[r] = UINT32_MAX;
  for (uint32_t b = 0; b < function->blocks.count; b++)
    for (uint32_t i = 0; i < function->blocks.items[b].instructions.count; i++) {
      uint32_t result = function->blocks.items[b].instructions.items[i].result;
      if (result < function->register_count && p->renumbered[result] == UINT32_MAX)
        p->renumbered[result] = next++;
    }
}

void dxl_ir_print_function(const dxl_ir_module *module, const dxl_ir_function *function, FILE *out) {
  printer state = {out, module, function, NULL, NULL};
  printer *p = &state;
  find_ambiguous_locals(p);
  renumber_registers(p);
  put(p, function->body == DXL_IR_DECLARED ? "declare " : "func ");
  put_sigil_name(p, '@', function->name);
  put_parameters(p);
  put(p, " ");
  put_type(p, function->return_type);
  put_function_attributes(p);
  if (function->body == DXL_IR_LOWERED) {
    put(p, " {\n");
    for (uint32_t i = function->parameter_count; i < function->locals.count; i++) {
      put(p, function->locals.items[i].is_temporary ? "  temp " : "  local ");
      put_local_declaration(p, i);
    }
    for (uint32_t b = 0; b < function->blocks.count; b++) {
      const dxl_ir_block *block = &function->blocks.items[b];
      put_block_name(p, b);
      put(p, ":");
      if (block->handler != DXL_IR_NO_BLOCK) {
        put(p, " handler ");
        put_block_name(p, block->handler);
      }
      put(p, "\n");
      for (uint32_t i = 0; i < block->instructions.count; i++)
        put_instruction(p, &block->instructions.items[i]);
      put_terminator(p, &block->terminator);
    }
    put(p, "}");
  }
  put(p, "\n");
  dxl_release(p->ambiguous);
  dxl_release(p->renumbered);
}

// ---- Records, globals and the rest ---------------------------------------------------------------------------------

static void print_record(const printer *p, const dxl_ir_record *record) {
  put(p, "record ");
  put_sigil_name(p, '%', record->name);
  if (record->tag)
    put_attribute(p, "tag", record->tag);
  put_flag(p, record->is_union, "union");
  put_flag(p, record->is_polymorphic, "polymorphic");
  put_flag(p, record->is_assumed, "assumed");
  if (record->is_complete) {
    fprintf(p->out, " size %" PRIu64 " {\n", record->size);
    for (uint32_t i = 0; i < record->fields.count; i++) {
      const dxl_ir_field *field = &record->fields.items[i];
      put(p, "  ");
      put_name(p, field->name);
      put(p, " ");
      put_type(p, field->type);
      put(p, field->is_base ? " base at " : " at ");
      put_unsigned(p, field->offset);
      if (field->bit_width)
        fprintf(p->out, " bits %" PRIu32 ":%" PRIu32, field->bit_offset, field->bit_width);
      put(p, "\n");
    }
    put(p, "}");
  }
  put(p, "\n");
}

static void print_initialiser(const printer *p, const dxl_ir_initialiser *initialiser) {
  fprintf(p->out, "  %" PRIu64 " =", initialiser->offset);
  uint64_t size = initialiser->size;
  bool is_power = size == 1 || size == 2 || size == 4 || size == 8;
  if (initialiser->value.kind == DXL_IR_INTEGER && is_power) {
    fprintf(p->out, " i%" PRIu64 " ", size * 8);
    put_operand(p, initialiser->value);
  } else if (initialiser->value.kind == DXL_IR_FLOAT && is_power && size >= 2) {
    fprintf(p->out, " f%" PRIu64 " ", size * 8);
    put_operand(p, initialiser->value);
  } else {
    put(p, " ");
    put_operand(p, initialiser->value);
    bool is_number = initialiser->value.kind == DXL_IR_INTEGER || initialiser->value.kind == DXL_IR_FLOAT;
    if (is_number || size != p->module->pointer_size)
      fprintf(p->out, " size %" PRIu64, size);
  }
  if (initialiser->addend)
    fprintf(p->out, " %+" PRId64, initialiser->addend);
  put(p, "\n");
}

static void print_global(const printer *p, const dxl_ir_global *global) {
  put(p, "global ");
  put_sigil_name(p, '@', global->name);
  put(p, " ");
  put_type(p, global->type);
  put_linkage(p, global->linkage);
  put_flag(p, !global->is_defined, "extern");
  put_flag(p, global->is_constant, "constant");
  if (!location_is_none(global->location)) {
    put(p, " at ");
    put_location(p, global->location, DXL_IR_NO_FILE);
  }
  put_display(p, global->display, global->name);
  if (global->is_initialised) {
    put(p, " {\n");
    for (uint32_t i = 0; i < global->initialisers.count; i++)
      print_initialiser(p, &global->initialisers.items[i]);
    put(p, "}");
  }
  put(p, "\n");
}

static void print_override(const printer *p, const dxl_ir_override *override) {
  put(p, "override ");
  put_sigil_name(p, '%', override->record->name);
  put(p, " ");
  put_quoted(p, override->method);
  put(p, " = ");
  if (override->implementation)
    put_quoted(p, override->implementation);
  else
    put(p, "pure");
  put(p, "\n");
}

static void print_suppression(const printer *p, const dxl_ir_suppression *suppression) {
  fprintf(p->out, "suppress %" PRIu32 ":%" PRIu32 " %s", suppression->file, suppression->line,
          dxl_ir_suppression_words[suppression->kind]);
  if (suppression->checks) {
    put(p, " ");
    put_quoted(p, suppression->checks);
  }
  put(p, "\n");
}

static void print_note(const printer *p, const dxl_ir_note *note) {
  fprintf(p->out, "note %s ", dxl_ir_note_level_words[note->level]);
  if (!location_is_none(note->location)) {
    put_location(p, note->location, DXL_IR_NO_FILE);
    put(p, " ");
  }
  put_quoted(p, note->text);
  put(p, "\n");
}

void dxl_ir_print(const dxl_ir_module *module, FILE *out) {
  printer state = {out, module, NULL, NULL, NULL};
  const printer *p = &state;
  fprintf(out, "dxlir %d\nmodule ", DXL_IR_VERSION);
  put_quoted(p, module->name);
  if (module->target) {
    put(p, " target ");
    put_quoted(p, module->target);
  }
  fprintf(out, " pointer %" PRIu32 "\n", module->pointer_size);
  for (uint32_t i = 0; i < module->files.count; i++) {
    fprintf(out, "file %" PRIu32 " ", i);
    put_quoted(p, module->files.items[i]);
    put(p, "\n");
  }
  for (uint32_t i = 0; i < module->records.count; i++)
    print_record(p, module->records.items[i]);
  for (uint32_t i = 0; i < module->globals.count; i++)
    print_global(p, module->globals.items[i]);
  for (uint32_t i = 0; i < module->functions.count; i++)
    dxl_ir_print_function(module, module->functions.items[i], out);
  for (uint32_t i = 0; i < module->overrides.count; i++)
    print_override(p, &module->overrides.items[i]);
  for (uint32_t i = 0; i < module->suppressions.count; i++)
    print_suppression(p, &module->suppressions.items[i]);
  for (uint32_t i = 0; i < module->notes.count; i++)
    print_note(p, &module->notes.items[i]);
}
