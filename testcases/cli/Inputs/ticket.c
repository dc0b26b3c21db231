// A pack with nothing but resources whose leak is no defect.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
void *TakeTicket(void);
void PutTicket(void *Ticket);

void twice_bad(void)
{
  void *ticket = TakeTicket();
  if (!ticket)
    return;
  PutTicket(ticket);
  PutTicket(ticket);
}

void once_ok(void)
{
  void *ticket = TakeTicket();
  if (!ticket)
    return;
  PutTicket(ticket);
}
