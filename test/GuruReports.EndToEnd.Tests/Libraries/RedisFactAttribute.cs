namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A test that needs Redis.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.Program is null ? "Redis is not installed (apt-get install redis-server)" : null;
}
