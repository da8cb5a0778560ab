namespace Scenarios.Unseen;

/// <summary>Builds large files by adding to a string.</summary>
internal sealed class CsvExport : BackgroundService
{
    private readonly object[] _orders = [.. Enumerable.Range(0, 400_000).Select(number => (object)new int[number % 4 + 1])];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start(2, "export", _ => WriteFiles(stoppingToken));
        Ready.When(() => GC.CollectionCount(2) > 40);
        return Task.CompletedTask;
    }

    private void WriteFiles(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var file = new string(' ', 400_000);
            for (var row = 0; row < 2_000; row++)
            {
                file = AppendRow(file, row);
            }

            GC.KeepAlive(_orders);
        }
    }

    private static string AppendRow(string file, int row) => file + $"{row};order;{row * 3};EUR\n";
}
