namespace GuruReports.TestService.Faults;

/// <summary>A heap that is full but for a little, so that large allocations fail. Needs <c>DOTNET_GCHeapHardLimit</c>.</summary>
internal sealed class FullHeap : Illness
{
    private const int BlockSize = 1 << 20;

    // One that is full to the last byte, for a moment even, ends the process by itself, without any report too.
    private const int Left = 16 * BlockSize;

    private readonly List<byte[]> _blocks = [];

    public override void BreakOut()
    {
        var most = GC.GetGCMemoryInfo(GCKind.Any).TotalAvailableMemoryBytes - Left;
        while (GC.GetTotalMemory(forceFullCollection: false) < most)
        {
            _blocks.Add(new byte[BlockSize]);
        }

        try
        {
            _blocks.Add(new byte[2 * Left]);
        }
        catch (OutOfMemoryException)
        {
            return;
        }

        throw new InvalidOperationException("the heap is not full");
    }
}
