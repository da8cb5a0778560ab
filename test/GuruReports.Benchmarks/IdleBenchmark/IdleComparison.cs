using System.Globalization;

namespace GuruReports.Benchmarks.IdleBenchmark;

/// <summary>What adoption costs a service that is never asked: the same service with the reports and without, turn by turn.</summary>
internal static class IdleComparison
{
    private const int DefaultPairs = 7;

    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(10);

    public static int Run(string[] arguments)
    {
        var pairs = arguments is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultPairs;
        var without = new List<double[]>();
        var with = new List<double[]>();
        for (var pair = 0; pair < pairs; pair++)
        {
            without.Add(IdleProbe.Run("without", s_settle, s_watch));
            with.Add(IdleProbe.Run("with", s_settle, s_watch));
        }

        Console.WriteLine($"| Median of {pairs} pairs | without | with | difference |");
        Console.WriteLine("|---|---|---|---|");
        for (var index = 0; index < IdleProbe.Measures.Count; index++)
        {
            var at = index;
            var differences = without.Zip(with, (x, y) => y[at] - x[at]);
            Console.WriteLine(FormattableString.Invariant(
                $"| {IdleProbe.Measures[at]} | {Median(without.Select(x => x[at])):0.#} | {Median(with.Select(x => x[at])):0.#} | {Median(differences):+0.#;-0.#;0} |"));
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
