namespace Scenarios.Sick;

/// <summary>A thread left a lock without releasing it: no finally around what threw.</summary>
internal sealed class SettingsService : BackgroundService
{
    private readonly object _gate = new();
    private string _region = "";

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var import = new Thread(Import) { IsBackground = true, Name = "settings-import" };
        import.Start();
        import.Join();
        var readers = new Crew().Start(12, "settings-reader", _ => ReadRegion());

        Ready.When(() => readers.AllWait);
        return Task.CompletedTask;
    }

    private void Import()
    {
        try
        {
            Monitor.Enter(_gate);
            _region = Parse("region=");
            Monitor.Exit(_gate);
        }
        catch (FormatException problem)
        {
            Console.Error.WriteLine($"settings not imported: {problem.Message}");
        }
    }

    private string ReadRegion()
    {
        lock (_gate)
        {
            return _region;
        }
    }

    private static string Parse(string line) =>
        line.Split('=') is [_, { Length: > 0 } value] ? value : throw new FormatException("the region is empty");
}
