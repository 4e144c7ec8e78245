// The questions GraphiQL opens with, one per tab. Plain strings without imports, so that the page shows them and the
// server's tests run them. GraphiQL titles a tab with its operation's name; the comment on top says it in words.

export interface ExampleTab {
  readonly title: string;
  readonly query: string;
}

const author = `# An author and their coauthors: who wrote with
# Andrew Saxe, how often and since when?
# Ctrl-Enter runs it.
query AuthorAndCoauthors {
  author(by: {name: "Andrew Saxe"}) {
    name
    paperCount
    coauthorCount
    reported {
      hIndex
      citationCount
    }
    coauthors(first: 10) {
      totalCount
      edges {
        node {
          name
        }
        collaboration {
          paperCount
          firstYear
          lastYear
          strength
        }
      }
    }
  }
}
`;

// The two reasons are two enums, and GraphQL lets one answer field have one type only: hence the alias.
const path = `# How two people are connected: the fewest steps
# from coauthor to coauthor, and the papers behind
# each step. Without a path the answer says why.
query HowTwoPeopleAreConnected {
  collaborationPath(from: {name: "Andrew Saxe"}, to: {name: "Yejin Choi"}) {
    __typename
    ... on CollaborationPath {
      length
      authors {
        name
      }
      hops {
        from {
          name
        }
        to {
          name
        }
        papers {
          nodes {
            title
            year
          }
        }
      }
    }
    ... on NoCollaborationPath {
      reason
      message
    }
    ... on UnresolvedAuthor {
      argument
      given
      unresolvedReason: reason
      message
      candidates {
        id
        name
      }
    }
  }
}
`;

const institution = `# An institution: the newest papers that name
# DeepMind, and who wrote them.
query AnInstitution {
  institution(by: {name: "DeepMind"}) {
    name
    paperCount
    papers(first: 5) {
      nodes {
        title
        publishedOn
        authors {
          nodes {
            name
          }
        }
      }
    }
  }
}
`;

export const exampleTabs: readonly ExampleTab[] = [
  { title: 'An author and their coauthors', query: author },
  { title: 'How two people are connected', query: path },
  { title: 'An institution', query: institution },
];
