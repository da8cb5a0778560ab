using GuruReports.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A configuration provider of the service's own that has no end of keys once its host has started.</summary>
internal sealed class BadConfiguration : Illness
{
    private static volatile bool s_isIll;

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        ((IConfigurationBuilder)builder.Configuration).Add(new Source());

    public override void BreakOut() => s_isIll = true;

    private sealed class Source : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider();
    }

    private sealed class Provider : IConfigurationProvider
    {
        public bool TryGet(string key, out string? value)
        {
            value = key;
            return s_isIll;
        }

        public void Set(string key, string? value)
        {
        }

        public IChangeToken GetReloadToken() => new ConfigurationReloadToken();

        public void Load()
        {
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            for (var number = 0; s_isIll; number++)
            {
                yield return $"Endless{number}";
            }

            foreach (var key in earlierKeys)
            {
                yield return key;
            }
        }
    }
}
