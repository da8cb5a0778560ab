namespace GuruReports.SnapshotReader.Memory;

/// <summary>Keeps pages of frozen memory: the data access library reads a few bytes at a time, very often. Thread-safe.</summary>
internal sealed class PageCache(ProcessMemory memory)
{
    public const int PageSize = 4096;
    private const int Slots = 4096;

    private readonly ulong[] _addresses = new ulong[Slots];
    private readonly byte[]?[] _pages = new byte[]?[Slots];
    private readonly Lock _gate = new();

    /// <summary>Copies bytes that lie within one page; false when the page cannot be read.</summary>
    public bool TryRead(ulong address, Span<byte> target)
    {
        var page = address & ~(ulong)(PageSize - 1);
        var slot = (int)((page / PageSize) % Slots);
        lock (_gate)
        {
            var bytes = _pages[slot] ??= new byte[PageSize];
            if (_addresses[slot] != page || page == 0)
            {
                _addresses[slot] = 0;
                if (memory.Read(page, bytes) != PageSize)
                {
                    return false;
                }

                _addresses[slot] = page;
            }

            bytes.AsSpan((int)(address - page), target.Length).CopyTo(target);
            return true;
        }
    }
}
