namespace Scenarios.Variants;

/// <summary>A worker thread returned early with a System.Threading.Lock still entered.</summary>
internal sealed class TokenStore : BackgroundService
{
    private readonly Lock _gate = new();
    private int _waiting;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var renewal = new Thread(Renew) { IsBackground = true, Name = "token-renewal" };
        renewal.Start();
        renewal.Join();
        for (var number = 0; number < 10; number++)
        {
            Task.Factory.StartNew(ReadToken, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Ready.When(() => Volatile.Read(ref _waiting) == 10);
        return Task.CompletedTask;
    }

    private void Renew()
    {
        _gate.Enter();
        if (Environment.ProcessId > 0)
        {
            return;
        }

        _gate.Exit();
    }

    private void ReadToken()
    {
        Interlocked.Increment(ref _waiting);
        using (_gate.EnterScope())
        {
            Console.WriteLine("token read");
        }
    }
}
