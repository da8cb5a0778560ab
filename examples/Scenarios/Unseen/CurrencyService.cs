namespace Scenarios.Unseen;

/// <summary>Rates behind a Lazy: the first one loads them over a slow line, all others wait for it.</summary>
internal sealed class CurrencyService : BackgroundService
{
    private readonly SilentServer _bank = new();
    private readonly Lazy<int> _rates;

    public CurrencyService() => _rates = new Lazy<int>(LoadRates);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = 0;
        var crew = new Crew().Start(30, "request", _ =>
        {
            Interlocked.Increment(ref started);
            Convert(100);
        });
        Ready.When(() => Volatile.Read(ref started) == 30);
        return Task.CompletedTask;
    }

    private int Convert(int amount) => amount * _rates.Value;

    private int LoadRates()
    {
        using var client = new System.Net.Sockets.TcpClient();
        client.Connect(_bank.EndPoint);
        return client.GetStream().ReadByte();
    }
}
