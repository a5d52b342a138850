using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Who stands for the reports that have a thing in common. Asked report by report, in the order of arrival.</summary>
/// <remarks>
/// A report that stands for a group does so by what says most of it: by its accounts and devices where others have them,
/// else by its rarest picture. By another picture only if enough of those who have it are of the group already: a collector
/// of pictures that each go round elsewhere would make one group of strangers.
/// </remarks>
sealed class StarClaims
{
    readonly KeySpace[] _spaces;
    readonly ItemContents _contents;
    readonly LinkRules _rules;
    readonly int[][] _claims;
    readonly int _pictures;
    readonly List<GroupEvidence> _evidence = [];
    readonly HashSet<int> _companions = [];
    readonly HashSet<int> _borne = [];

    internal StarClaims(KeySpace[] spaces, ItemContents contents, LinkRules rules)
    {
        (_spaces, _contents, _rules) = (spaces, contents, rules);
        _claims = new int[spaces.Length][];
        for (var space = 0; space < spaces.Length; space++)
        {
            _claims[space] = new int[spaces[space].KeyCount];
            Array.Fill(_claims[space], -1);
        }

        _pictures = Array.FindIndex(spaces, static space => space.Reason == LinkReason.NearHash);
    }

    /// <summary>
    /// The report that stands for this one. One that has more in common with later reports than with those that stand for
    /// others stands for itself.
    /// </summary>
    internal int Join(int report)
    {
        Collect(report);
        GroupEvidence? joined = null, own = null;
        foreach (var evidence in _evidence)
        {
            if (ClaimOf(evidence) >= 0)
            {
                joined = joined is { } known && Compare(evidence, known) >= 0 ? known : evidence;
            }
            else if (!evidence.IsBytesOfPicture)
            {
                own = own is { } known && Compare(evidence, known) >= 0 ? known : evidence;
            }
        }

        if (joined is { } found && own?.SaysMoreThan(found) != true)
        {
            return ClaimOf(found);
        }

        if (own is { } first)
        {
            Claim(report, first);
        }

        return report;
    }

    /// <summary>All that others have too, is strong enough, and is not what all the world has.</summary>
    void Collect(int report)
    {
        _evidence.Clear();
        _borne.Clear();
        foreach (var bearing in _spaces[_pictures].Of(report))
        {
            _borne.Add(bearing.Key);
        }

        for (var space = 0; space < _spaces.Length; space++)
        {
            var tellsWho = _spaces[space].Reason is LinkReason.Account or LinkReason.Device;
            foreach (var bearing in _spaces[space].Of(report))
            {
                if (_spaces[space].CountOf(bearing.Key) > 1 && _spaces[space].StrengthOf(bearing, _rules) is var strength && strength >= _rules.GroupAtLeast)
                {
                    var picture = PictureOf(space, bearing);
                    var sharing = Math.Max(_spaces[space].CountOf(bearing.Key), picture is { } key ? _spaces[_pictures].CountOf(key) : 0);
                    if (sharing <= _rules.CommonAbove)
                    {
                        _evidence.Add(new GroupEvidence(space, bearing, tellsWho, picture is { } own && _borne.Contains(own), sharing, strength));
                    }
                }
            }
        }
    }

    /// <summary>What says more first; then the earlier report.</summary>
    int Compare(GroupEvidence left, GroupEvidence right) => left.CompareTo(right) is var order and not 0 ? order : ClaimOf(left) - ClaimOf(right);

    void Claim(int report, GroupEvidence first)
    {
        _companions.Clear();
        foreach (var evidence in _evidence)
        {
            if (evidence == first || (first.TellsWho && evidence.TellsWho))
            {
                Claim(evidence);
            }
        }

        foreach (var evidence in _evidence)
        {
            if (!evidence.TellsWho && !evidence.IsBytesOfPicture && IsOfTheGroup(evidence))
            {
                Claim(evidence);
            }
        }

        // Bytes go with their picture.
        foreach (var evidence in _evidence)
        {
            if (evidence.IsBytesOfPicture && _claims[_pictures][PictureOf(evidence.Space, evidence.Bearing)!.Value] == report)
            {
                Claim(evidence);
            }
        }

        void Claim(GroupEvidence evidence)
        {
            ref var claim = ref _claims[evidence.Space][evidence.Bearing.Key];
            if (claim < 0)
            {
                claim = report;
                foreach (var bearer in _spaces[evidence.Space].BearersOf(evidence.Bearing.Key))
                {
                    _companions.Add(bearer.Report);
                }
            }
        }
    }

    /// <summary>
    /// Whether enough of the others who have a picture are of the group: 1 of 4, 2 of 10, 10 of 130. By chance far fewer are,
    /// but of few one may be.
    /// </summary>
    bool IsOfTheGroup(GroupEvidence evidence)
    {
        var companions = -1;
        foreach (var bearer in _spaces[evidence.Space].BearersOf(evidence.Bearing.Key))
        {
            companions += _companions.Contains(bearer.Report) ? 1 : 0;
        }

        return companions > 0 && companions * (companions + 3) >= evidence.Sharing - 1;
    }

    int ClaimOf(GroupEvidence evidence) => _claims[evidence.Space][evidence.Bearing.Key];

    /// <summary>The picture whose bytes these are, if a hash tells.</summary>
    int? PictureOf(int space, Bearing bearing) => _spaces[space].Reason == LinkReason.SameBytes &&
        _contents.Of(bearing.Report, bearing.Item) is var content && content < _spaces[_pictures].KeyCount ? content : null;
}
