namespace Scenarios.Unseen;

/// <summary>Reads meter values and leaves it to exceptions to say which lines are none.</summary>
internal sealed class ReadingImport : BackgroundService
{
    private long _bad;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("import", () => Import(stoppingToken));
        Ready.When(() => Interlocked.Read(ref _bad) > 2_000);
        return Task.CompletedTask;
    }

    private void Import(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _ = ParseUnit("kilowatts");
            }
            catch (ArgumentException)
            {
                Interlocked.Increment(ref _bad);
                Thread.Sleep(1);
            }
        }
    }

    private static DayOfWeek ParseUnit(string text) => Enum.Parse<DayOfWeek>(text);
}
