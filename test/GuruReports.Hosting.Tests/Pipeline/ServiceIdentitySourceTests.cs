using GuruReports.Hosting.Pipeline.Collecting;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class ServiceIdentitySourceTests
{
    [Fact]
    public void Read_AtAMoment_UptimeIsThatOfTheMoment()
    {
        var at = DateTimeOffset.UtcNow;

        var early = ServiceIdentitySource.Read("orders", at);
        var late = ServiceIdentitySource.Read("orders", at + TimeSpan.FromMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(3), late.Uptime - early.Uptime);
        Assert.InRange(early.Uptime, TimeSpan.Zero, TimeSpan.FromHours(1));
    }
}
