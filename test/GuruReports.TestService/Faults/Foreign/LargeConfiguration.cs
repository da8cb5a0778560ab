using GuruReports.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A configuration of many keys, of which each tenth is secret.</summary>
internal sealed class LargeConfiguration(int keys) : Illness
{
    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        builder.Configuration.AddInMemoryCollection(Enumerable.Range(0, keys).Select(number => KeyValuePair.Create(
            number % 10 == 0 ? $"Tenants:T{number}:Password" : $"Tenants:T{number / 10}:Name{number}",
            (string?)(number % 10 == 0 ? $"Kq7#{number:D5}vX2pLw" : $"tenant number {number}"))));
}
