// Names before "::" that nothing declares: of an enumeration where all that is named in them are values, of a namespace
// or a class otherwise. A method that the unit defines makes no class known.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -fdelayed-template-parsing | %FileCheck %s
extern "C" int work(int);

// CHECK-LABEL: func @choose(
// CHECK-NOT: opaque
// CHECK: switch %{{[0-9]+}} b{{[0-9]+}} [{{[0-9]+}} b{{[0-9]+}}, {{[0-9]+}} b{{[0-9]+}}]
// CHECK: call i32 @work(
extern "C" int choose(int value)
{
  switch (static_cast<PanelProperty>(value)) {
  case PanelProperty::Brightness:
    return work(1);
  case PanelProperty::Contrast:
    return work(2);
  }
  return 0;
}

struct Sensor {
  House::Devices::Orientation last;
};

// CHECK-LABEL: func @nested(
// CHECK: local $now i32
// CHECK: branch
// CHECK: call i32 @work(
extern "C" int nested(Sensor *sensor)
{
  House::Devices::Orientation now = House::Devices::Orientation::FaceUp;
  if (sensor->last != now)
    return work((int)now);
  return House::Devices::Reset(sensor);
}

// CHECK-LABEL: func @of_a_type(
// CHECK: call i32 @work(
extern "C" int of_a_type(PanelKind *kind)
{
  *kind = PanelKind::Wide;
  return work(0);
}

// CHECK: func @{{.*}}Unknown::method{{.*}} lost
void Unknown::method(int value)
{
  work(value);
}
