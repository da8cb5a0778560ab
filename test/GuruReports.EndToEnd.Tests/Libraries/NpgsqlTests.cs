using System.Globalization;

namespace GuruReports.EndToEnd.Tests.Libraries;

public sealed class NpgsqlTests
{
    [PostgresFact]
    public void Signal_ExhaustedPoolWithKnownHolders_NumbersAndNamesAgree()
    {
        using var server = new PostgresServer();
        var port = server.Port.ToString(CultureInfo.InvariantCulture);

        var report = ZooReport.AssertTold(
            "npgsql",
            [port],
            $"""
            30 | 20 | 20 | 0 | database connections to 127.0.0.1:port/postgres (Npgsql)
            held:
            1 | # "printer" in NpgsqlState.PrintBlocking()
            1 | # "printer" in NpgsqlState.PrintBlocking()
            12 | NpgsqlState.ImportAsync, awaiting Task.Delay; in a transaction
            3 | NpgsqlState.CountAsync, awaiting a socket
            3 | nobody: no call in flight has it
            calls:
            3 | executing | select pg_sleep(?), ? from pg_class where relname <> ? limit ?
            """,
            static report =>
            [
                .. report.Rows("Calls Out", "pools", "waiting", "in use", "most", "idle", "pool"),
                "held:", .. report.Rows("Calls Out", "holders", "count", "held by"),
                "calls:", .. report.Rows("Calls Out", "calls", "count", "state", "call"),
            ]);

        Assert.Contains("held by: 12 × async GuruReports.LibraryZoo.NpgsqlState.ImportAsync", report.Finding("GURU040"), StringComparison.Ordinal);
        Assert.Contains("held by: 3 × nobody", report.Finding("GURU040"), StringComparison.Ordinal);
    }
}
