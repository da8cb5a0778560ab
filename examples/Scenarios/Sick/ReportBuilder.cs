namespace Scenarios.Sick;

/// <summary>Rebuilds a large graph of small objects again and again: the collector copies it in every generation.</summary>
internal sealed class ReportBuilder : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start(2, "report-builder", _ => BuildForever(stoppingToken));

        Ready.When(() => GC.GetTotalPauseDuration().TotalSeconds > 0.8);
        return Task.CompletedTask;
    }

    private static void BuildForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            BuildRows(400_000);
        }
    }

    private static int BuildRows(int count)
    {
        var rows = new LinkedList<Row>();
        for (var number = 0; number < count; number++)
        {
            rows.AddLast(new Row(number, $"row {number}", [number, number + 1, number + 2]));
        }

        return rows.Count;
    }

    private sealed record Row(int Number, string Text, int[] Cells);
}
