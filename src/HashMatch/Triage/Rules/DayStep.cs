namespace HashMatch.Triage.Rules;

/// <summary>A step of a factor that follows the clock.</summary>
/// <param name="Days">Whole days: left until the deadline, or waited.</param>
/// <param name="Points">What holds from there on, 0..10,000.</param>
public readonly record struct DayStep(int Days, int Points);
