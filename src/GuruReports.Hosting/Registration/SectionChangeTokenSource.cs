using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GuruReports.Hosting.Registration;

/// <summary>Tells when the section of the settings was loaded again.</summary>
internal sealed class SectionChangeTokenSource(OptionsSource source, IServiceProvider services) : IOptionsChangeTokenSource<GuruMeditationOptions>
{
    private static readonly CancellationChangeToken s_never = new(CancellationToken.None);

    public string? Name => Microsoft.Extensions.Options.Options.DefaultName;

    public IChangeToken GetChangeToken() => source.Find(services.GetService<IConfiguration>())?.GetReloadToken() ?? s_never;
}
