namespace GuruReports.TestService.Faults;

/// <summary>A heap that is full up to its hard limit, so that large allocations fail. Needs <c>DOTNET_GCHeapHardLimit</c>.</summary>
internal sealed class FullHeap : Illness
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [];

    public override void BreakOut()
    {
        try
        {
            while (true)
            {
                _blocks.Add(new byte[BlockSize]);
            }
        }
        catch (OutOfMemoryException)
        {
            // A few blocks of room for what is small: a heap full to the last byte ends the process by itself.
            _blocks.RemoveRange(0, 6);
        }
    }
}
