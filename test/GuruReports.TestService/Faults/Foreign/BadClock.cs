using GuruReports.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A clock of the service's own that blocks once its host has started.</summary>
internal sealed class BadClock : Illness
{
    private static volatile bool s_isIll;

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) => builder.Services.AddSingleton<TimeProvider>(new Clock());

    public override void BreakOut() => s_isIll = true;

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            if (s_isIll)
            {
                Thread.Sleep(Timeout.Infinite);
            }

            return base.GetUtcNow();
        }

        public override long GetTimestamp()
        {
            GetUtcNow();
            return base.GetTimestamp();
        }
    }
}
