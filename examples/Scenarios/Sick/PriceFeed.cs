using System.Globalization;

namespace Scenarios.Sick;

/// <summary>Uses exceptions to find out whether a field is a number.</summary>
internal sealed class PriceFeed : BackgroundService
{
    private long _bad;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Interlocked.Read(ref _bad) > 3_000);
        while (!stoppingToken.IsCancellationRequested)
        {
            for (var row = 0; row < 50; row++)
            {
                ReadPrice($"n/a {row}");
            }

            await Task.Delay(5, stoppingToken);
        }
    }

    private decimal ReadPrice(string field)
    {
        try
        {
            return ParsePrice(field);
        }
        catch (FormatException)
        {
            Interlocked.Increment(ref _bad);
            return 0;
        }
    }

    private static decimal ParsePrice(string field) =>
        field.StartsWith("n/a", StringComparison.Ordinal)
            ? throw new FormatException("no price in this field")
            : decimal.Parse(field, CultureInfo.InvariantCulture);
}
