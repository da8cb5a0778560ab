namespace GuruReports.SnapshotReader.Memory;

/// <summary>One line of a memory map.</summary>
/// <param name="Start">The first address.</param>
/// <param name="End">The address after the last.</param>
/// <param name="IsShared">True when it is mapped MAP_SHARED, so that cloning did not freeze it.</param>
/// <param name="FileOffset">The offset in the file.</param>
/// <param name="Path">The file, or a name in brackets, or empty.</param>
internal sealed record MemoryRegion(ulong Start, ulong End, bool IsShared, ulong FileOffset, string Path)
{
    // The name of the runtime's double-mapped executable memory (W^X): loader heaps, stubs and jitted code.
    public bool IsRuntimeShared => IsShared && Path.Contains("doublemapper", StringComparison.Ordinal);
}
