using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>The service with its clock at 2014-01-01 12:00:00 UTC.</summary>
internal static class ClockHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock());
        builder.Services.AddGuruMeditationReports();
        return ServiceHost.RunAsync(builder.Build());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2014, 1, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
