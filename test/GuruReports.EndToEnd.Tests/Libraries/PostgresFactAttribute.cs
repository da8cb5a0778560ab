namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A test that needs PostgreSQL and the right to run it as another user.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        Skip = PostgresServer.Programs is null ? "PostgreSQL is not installed (apt-get install postgresql)" : Environment.IsPrivilegedProcess ? null : "Only root may start a server as another user";
    }
}
