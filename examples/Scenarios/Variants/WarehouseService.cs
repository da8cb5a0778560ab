namespace Scenarios.Variants;

/// <summary>Three reservations, each holding one System.Threading.Lock and wanting the next; written with Enter and Exit, run as tasks.</summary>
internal sealed class WarehouseService : BackgroundService
{
    private readonly Lock[] _shelves = [new(), new(), new()];
    private readonly CountdownEvent _counted = new(3);
    private int _waiting;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var shelf = 0; shelf < 3; shelf++)
        {
            var own = shelf;
            Task.Factory.StartNew(() => Reserve(own), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Ready.When(() => Volatile.Read(ref _waiting) == 3);
        return Task.CompletedTask;
    }

    private void Reserve(int shelf)
    {
        _shelves[shelf].Enter();
        try
        {
            _counted.Signal();
            _counted.Wait();
            TakeFrom((shelf + 1) % 3);
        }
        finally
        {
            _shelves[shelf].Exit();
        }
    }

    private void TakeFrom(int shelf)
    {
        Interlocked.Increment(ref _waiting);
        using (_shelves[shelf].EnterScope())
        {
            Console.WriteLine($"taken from shelf {shelf}");
        }
    }
}
