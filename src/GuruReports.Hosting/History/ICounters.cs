namespace GuruReports.Hosting.History;

/// <summary>Reads all measures of this moment.</summary>
internal interface ICounters
{
    /// <summary>Fills a row; NaN for what is not known. Counts that only grow are made into rates of the time that passed. Allocates nothing.</summary>
    /// <param name="row">The row, a number for each measure.</param>
    /// <param name="passed">The time since the last call.</param>
    void Read(Span<float> row, TimeSpan passed);
}
