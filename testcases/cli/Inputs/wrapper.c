// Leaks only for who knows CreateRing (wrapper.yaml).
void *CreateRing(int size);
void DestroyRing(void *ring);

int Use(int size)
{
  void *ring = CreateRing(size);
  if (!ring)
    return 0;
  // The ring is lost when the size is refused.
  if (size > 4096)
    return 0;
  DestroyRing(ring);
  return 1;
}
