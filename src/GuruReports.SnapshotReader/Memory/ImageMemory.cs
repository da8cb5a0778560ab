namespace GuruReports.SnapshotReader.Memory;

/// <summary>
/// The service's memory as it was: frozen pages from the image, the runtime's shared ranges from their copy, and what the
/// image does not have (mapped after it was taken, but referred to from a shared range) from the live service.
/// Thread-safe.
/// </summary>
internal sealed class ImageMemory
{
    private readonly MemoryMap _map;
    private readonly ProcessMemory _image;
    private readonly ProcessMemory _service;
    private readonly SharedCopies _copies;
    private readonly PageCache _pages;

    public ImageMemory(MemoryMap map, ProcessMemory image, ProcessMemory service, SharedCopies copies)
    {
        _map = map;
        _image = image;
        _service = service;
        _copies = copies;
        _pages = new PageCache(image);
    }

    public MemoryMap Map => _map;

    /// <summary>Reads as many bytes as can be; returns their number.</summary>
    public int Read(ulong address, Span<byte> target)
    {
        var done = 0;
        while (done < target.Length)
        {
            var rest = target[done..];
            var region = _map.Find(address + (ulong)done);
            var count = region is null
                ? _service.Read(address + (ulong)done, rest)
                : ReadRegion(region, address + (ulong)done, rest[..(int)Math.Min((ulong)rest.Length, region.End - address - (ulong)done)]);
            if (count == 0)
            {
                break;
            }

            done += count;
        }

        return done;
    }

    private int ReadRegion(MemoryRegion region, ulong address, Span<byte> target)
    {
        if (!region.IsShared)
        {
            return ReadFrozen(address, target);
        }

        if (_copies.Find(region) is not { } copy)
        {
            return _image.Read(address, target);
        }

        copy.AsSpan((int)(address - region.Start), target.Length).CopyTo(target);
        return target.Length;
    }

    // Long reads are walks over the heap: they would only push the small things out of the cache.
    private int ReadFrozen(ulong address, Span<byte> target)
    {
        var leftInPage = PageCache.PageSize - (int)(address & (PageCache.PageSize - 1));
        if (target.Length >= PageCache.PageSize)
        {
            return _image.Read(address, target);
        }

        var part = target[..Math.Min(leftInPage, target.Length)];
        return _pages.TryRead(address, part) ? part.Length : _image.Read(address, target);
    }
}
