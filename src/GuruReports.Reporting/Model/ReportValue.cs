namespace GuruReports.Reporting.Model;

/// <summary>
/// A piece of a section's content. A closed set of immutable shapes, so that every format can show every section.
/// </summary>
public abstract record ReportValue
{
    private protected ReportValue()
    {
    }

    /// <summary>Makes a <see cref="ReportText"/>, or an unknown value from null.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ReportValue(string? text) => text is null ? ReportUnknown.None : new ReportText(text);

    /// <summary>Makes a <see cref="ReportNumber"/>.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ReportValue(int number) => new ReportNumber(number);

    /// <summary>Makes a <see cref="ReportNumber"/>.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ReportValue(long number) => new ReportNumber(number);

    /// <summary>Makes a <see cref="ReportNumber"/>.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ReportValue(double number) => new ReportNumber(number);

    /// <summary>Makes a <see cref="ReportBoolean"/>.</summary>
    /// <param name="truth">The truth value.</param>
    public static implicit operator ReportValue(bool truth) => new ReportBoolean(truth);

    /// <summary>Makes a <see cref="ReportDuration"/>.</summary>
    /// <param name="duration">The duration.</param>
    public static implicit operator ReportValue(TimeSpan duration) => new ReportDuration(duration);

    /// <summary>Makes a <see cref="ReportTime"/>.</summary>
    /// <param name="time">The moment.</param>
    public static implicit operator ReportValue(DateTimeOffset time) => new ReportTime(time);
}
