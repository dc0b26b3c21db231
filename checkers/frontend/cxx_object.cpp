#include "frontend/body.h"
using namespace clang;
namespace dxl {
void Body::constructor_prologue(const CXXConstructorDecl *){}
void Body::destructor_epilogue(const CXXDestructorDecl *){}
void Body::implicit_assignment(const CXXMethodDecl *){}
void Body::set_class(const CXXRecordDecl *, SourceLocation){}
void Body::destroy(dxl_ir_operand , QualType , bool , SourceLocation ){}
dxl_ir_operand Body::temporary_object(const Expr *node){
  const uint32_t local = temporary(unit.type(node->getType()), node->getExprLoc());
  lifetime(DXL_IR_LIFETIME_START, local, node->getExprLoc());
  aggregate(node, dxl_ir_local_address(local)); return dxl_ir_local_address(local);}
bool Body::member_call(const CallExpr *, dxl_ir_operand , dxl_ir_operand &){return false;}
bool Body::cxx_scalar(const Expr *, dxl_ir_operand &){return false;}
bool Body::cxx_aggregate(const Expr *, dxl_ir_operand ){return false;}
bool Body::cxx_place(const Expr *, Place &){return false;}
dxl_ir_operand Body::member_pointer(const ValueDecl *){return {};}
dxl_ir_operand Body::member_pointer_object(const BinaryOperator *){return {};}
void Body::lower_lambda_conversion(const CXXMethodDecl *){}
}
