namespace GuruReports.TestService.Faults;

/// <summary>A heap that is full up to its hard limit, so that large allocations fail. Needs <c>DOTNET_GCHeapHardLimit</c>.</summary>
internal sealed class FullHeap : Illness
{
    private const int BlockSize = 1 << 20;

    // What a heap keeps for what is small: one that is full to the last byte, for a moment even, ends the process by itself.
    private const int LargeSize = 6 * BlockSize;

    private readonly List<byte[]> _blocks = [];

    public override void BreakOut()
    {
        while (CanAllocateLarge())
        {
            _blocks.Add(new byte[BlockSize]);
        }
    }

    private static bool CanAllocateLarge()
    {
        try
        {
            return new byte[LargeSize].Length > 0;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }
}
