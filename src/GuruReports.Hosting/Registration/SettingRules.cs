namespace GuruReports.Hosting.Registration;

/// <summary>Collects what is wrong with the settings under one path.</summary>
internal sealed class SettingRules(string path)
{
    public List<string> Failures { get; } = [];

    public void Must(bool holds, string key, object? value, string allowed)
    {
        if (!holds)
        {
            Failures.Add(FormattableString.Invariant($"{path}:{key} is '{value}'; allowed: {allowed}."));
        }
    }

    public void Between<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        Must(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0, key, value, FormattableString.Invariant($"{least} to {most}"));
}
