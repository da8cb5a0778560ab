using System.Globalization;

namespace GuruReports.EndToEnd.Tests.Libraries;

public sealed class NpgsqlTests
{
    [PostgresFact]
    public void Signal_ExhaustedPoolWithKnownHolders_NumbersAndNamesAgree()
    {
        using var server = new PostgresServer();
        var port = server.Port.ToString(CultureInfo.InvariantCulture);

        var report = ZooReport.Of("npgsql", [port], isReached: static report => report.Rows("Calls Out", "holders", "count", "held by").Count == 5);

        Assert.Equal(
            [$"30 | 20 | 20 | 0 | database connections to 127.0.0.1:{port}/postgres (Npgsql)"],
            report.Rows("Calls Out", "pools", "waiting", "in use", "most", "idle", "pool"));
        var holders = report.Rows("Calls Out", "holders", "count", "held by");
        Assert.Equal(5, holders.Count);
        Assert.Contains(holders, static line => line.StartsWith("12 | GuruReports.LibraryZoo.NpgsqlState.ImportAsync", StringComparison.Ordinal) && line.EndsWith("awaiting Task.Delay; in a transaction", StringComparison.Ordinal));
        Assert.Contains(holders, static line => line.StartsWith("3 | GuruReports.LibraryZoo.NpgsqlState.CountAsync", StringComparison.Ordinal));
        Assert.Contains("3 | nobody: no call in flight has it", holders);
        Assert.Equal(2, holders.Count(static line => line.Contains("\"printer\" in GuruReports.LibraryZoo.NpgsqlState.PrintBlocking", StringComparison.Ordinal)));
        Assert.Contains("held by: 12 × async GuruReports.LibraryZoo.NpgsqlState.ImportAsync", report.Finding("GURU040"), StringComparison.Ordinal);
        Assert.Contains("held by: 3 × nobody", report.Finding("GURU040"), StringComparison.Ordinal);
        Assert.Contains(report.Rows("Calls Out", "calls", "count", "state", "call"), static line => line == "3 | executing | select pg_sleep(?), ? from pg_class where relname <> ? limit ?");
    }
}
