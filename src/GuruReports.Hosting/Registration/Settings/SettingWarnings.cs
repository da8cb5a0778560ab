using GuruReports.Hosting.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Registration.Settings;

/// <summary>Says in the log what of a host's settings stands for nothing, at its start and whenever they are loaded again; each thing once.</summary>
internal sealed class SettingWarnings(ILogger logger, OptionsSource source, IConfiguration? configuration)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says what holds now.</summary>
    public void Tell(HostReports host)
    {
        lock (_gate)
        {
            foreach (var key in source.Find(configuration) is { } section ? ReadSettings.From(section).Unknown : [])
            {
                if (_told.Add(key))
                {
                    Log.UnknownSetting(logger, key);
                }
            }

            foreach (var (setting, name, kind) in NamedInSettings.FindUnknown(host))
            {
                if (_told.Add($"{setting} {name}"))
                {
                    Log.UnknownName(logger, setting, name, kind);
                }
            }
        }
    }

    /// <summary>Says what holds since the settings were loaded again.</summary>
    public void Tell(HostReports before, HostReports now)
    {
        // Policy: whoever loads the configuration again is code of the service, and is not to be disturbed by a logger.
        try
        {
            Tell(now);
            TellTurnedOff(before.Options.Enabled, now.Options.Enabled);
            if (StartSettings.FindChanged(before.Options, now.Options) is { Count: > 0 } changed)
            {
                Log.HoldFromNextStart(logger, string.Join(", ", changed));
            }
        }
        catch (Exception)
        {
            return;
        }
    }

    /// <summary>Says that no reports are made, where they were before.</summary>
    public void TellTurnedOff(bool before, bool now)
    {
        if (before && !now)
        {
            Log.TurnedOff(logger);
        }
    }
}
