// XML files as a tree of elements with positions: projects, property sheets, solutions of the XML kind.
// Invariants: everything is owned by the arena given; entities are never expanded, since a file that declares one is
// refused; size, count and depth are bounded.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_XML_H
#define DXL_PROJECT_XML_H

#include "project/project.h"

/// A project file larger than this is refused: real ones are below a few MiB.
#define DXL_XML_SIZE_LIMIT (32u * 1024 * 1024)
/// Elements in all, and inside one another.
#define DXL_XML_ELEMENT_LIMIT 1000000
#define DXL_XML_DEPTH_LIMIT 128

typedef struct dxl_xml {
  const char *name;
  const char *const *attributes; ///< name, value, name, value, ..., NULL
  const char *text;              ///< of an element without children, "" when it has none
  struct dxl_xml *first, *next;  ///< children in order
  uint32_t line, column;
} dxl_xml;

/// The root element, or NULL after an error message with its position. `path` is the file as it is spelled on disk.
dxl_xml *dxl_xml_read(dxl_project *project, dxl_arena *arena, const char *path);
/// The value of an attribute (names in any case, as the build tools read them), or NULL.
const char *dxl_xml_attribute(const dxl_xml *element, const char *name);

#endif
