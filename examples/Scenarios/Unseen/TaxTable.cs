namespace Scenarios.Unseen;

/// <summary>Fills its table in the static constructor, in parallel: the other threads wait for the very constructor.</summary>
internal static class TaxTable
{
    private static readonly Dictionary<int, decimal> s_rates = [];

    static TaxTable()
    {
        var loaders = Enumerable.Range(0, 3).Select(country => new Thread(() => Load(country)) { IsBackground = true, Name = $"tax-{country}" }).ToList();
        loaders.ForEach(loader => loader.Start());
        loaders.ForEach(loader => loader.Join());
    }

    public static decimal RateOf(int country) => s_rates.GetValueOrDefault(country);

    private static void Load(int country)
    {
        lock (s_rates)
        {
            s_rates[country] = country * 0.1m;
        }
    }
}
