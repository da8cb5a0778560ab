namespace WorkerService;

/// <summary>Looks through the inventory on a thread of its own, as older code does.</summary>
internal sealed class InventorySweeper : IHostedService, IDisposable
{
    private readonly ManualResetEventSlim _stop = new();
    private Thread? _thread;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Sweep) { Name = "inventory-sweeper", IsBackground = true };
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Set();
        return Task.CompletedTask;
    }

    public void Dispose() => _stop.Dispose();

    private void Sweep()
    {
        while (!_stop.Wait(TimeSpan.FromSeconds(1)))
        {
            _ = GC.GetTotalMemory(forceFullCollection: false);
        }
    }
}
