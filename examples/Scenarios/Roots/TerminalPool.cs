namespace Scenarios.Roots;

/// <summary>A pool of four terminals, written by hand.</summary>
internal sealed class TerminalPool
{
    private readonly SemaphoreSlim _free = new(4, 4);

    public async Task<IDisposable> RentAsync(CancellationToken stop)
    {
        await _free.WaitAsync(stop);
        return new Terminal(_free);
    }

    private sealed class Terminal(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
