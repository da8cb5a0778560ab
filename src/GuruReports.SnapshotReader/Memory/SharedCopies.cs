namespace GuruReports.SnapshotReader.Memory;

/// <summary>
/// A copy of the ranges that cloning does not freeze: the runtime keeps loader heaps and code in MAP_SHARED memory, where
/// the image would show every type loaded since. Taken first of all, 3 to 13 MB.
/// </summary>
internal sealed class SharedCopies
{
    private readonly Dictionary<MemoryRegion, byte[]> _copies = [];

    private SharedCopies()
    {
    }

    /// <summary>The number of bytes that were copied.</summary>
    public long Size { get; private set; }

    public static SharedCopies Take(MemoryMap map, ProcessMemory memory)
    {
        var copies = new SharedCopies();
        foreach (var region in map.Regions)
        {
            if (region.IsRuntimeShared)
            {
                copies.Add(region, memory);
            }
        }

        return copies;
    }

    public byte[]? Find(MemoryRegion region) => _copies.GetValueOrDefault(region);

    // Only whole reads are kept: a region of which a part cannot be read is read from the image each time.
    private void Add(MemoryRegion region, ProcessMemory memory)
    {
        var bytes = GC.AllocateUninitializedArray<byte>((int)(region.End - region.Start));
        if (memory.Read(region.Start, bytes) == bytes.Length)
        {
            _copies.Add(region, bytes);
            Size += bytes.Length;
        }
    }
}
